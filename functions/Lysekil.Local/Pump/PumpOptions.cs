using Lysekil.Publishing.Messaging;

namespace Lysekil.Local.Pump;

/// <summary>
/// The functions host's settings for queue triggers, as host.json names them, and the pace of polling.
/// </summary>
internal sealed record PumpOptions
{
    /// <summary>Messages received at once (1–32). Default: 16, as in the host.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>More are received when at most this many are being handled. Default: 8, half a batch.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>Attempts before a message is poisoned. Default: 5.</summary>
    public int MaxDequeueCount { get; init; } = ReceivedMessage.MaxAttempts;

    /// <summary>From a failure to the next attempt. Default: two seconds, since a developer waits for it.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a message stays hidden after this process has died; renewed while the message is handled. Default: one
    /// minute (in the host: ten).
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The delay after a first poll without messages; each further one doubles it. Default: 25 ms.</summary>
    public TimeSpan MinPollingInterval { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>The longest delay between two polls. Default: 500 ms.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMilliseconds(500);
}
