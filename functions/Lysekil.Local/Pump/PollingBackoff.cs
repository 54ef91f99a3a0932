namespace Lysekil.Local.Pump;

/// <summary>
/// The delay between two polls of a queue: short after messages, doubled after each poll without any.
/// </summary>
internal sealed class PollingBackoff(PumpOptions options)
{
    /// <summary>The delay before the next poll.</summary>
    public TimeSpan Delay { get; private set; } = options.MinPollingInterval;

    /// <summary>Takes note of whether the last poll found messages.</summary>
    public void Record(bool found) =>
        Delay = found
            ? options.MinPollingInterval
            : TimeSpan.FromTicks(Math.Min(Delay.Ticks * 2, options.MaxPollingInterval.Ticks));
}
