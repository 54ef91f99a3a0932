using Lysekil.Publishing.Messaging;

namespace Lysekil.Local.Pump;

/// <summary>The functions host's settings for queue triggers, as host.json names them, and the pump's own pace.</summary>
internal sealed record PumpOptions
{
    /// <summary>Messages taken at once (1–32). Default: 16, as in the host.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>More are taken when no more than this many are being handled. Default: 8, half a batch.</summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>Tries before a message is poisoned. Default: 5.</summary>
    public int MaxDequeueCount { get; init; } = ReceivedMessage.MaxAttempts;

    /// <summary>Between a failure and the next try. Default: two seconds: somebody is watching.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// For how long a message stays hidden if this process dies; renewed while it is handled. Default: one minute (the
    /// host: ten).
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The pause after a first look in vain. It doubles from look to look. Default: 25 ms.</summary>
    public TimeSpan MinPollingInterval { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>The longest pause between two looks. Default: 500 ms.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMilliseconds(500);
}
