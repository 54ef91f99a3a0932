namespace Lysekil.Local.Pump;

/// <summary>How long to wait between two looks into a queue: shortly after work, longer and longer in idleness.</summary>
internal sealed class PollingPace(PumpOptions options)
{
    /// <summary>The pause before the next look.</summary>
    public TimeSpan Pause { get; private set; } = options.MinPollingInterval;

    /// <summary>Tells whether the last look found anything.</summary>
    public void Looked(bool found) =>
        Pause = found
            ? options.MinPollingInterval
            : TimeSpan.FromTicks(Math.Min(Pause.Ticks * 2, options.MaxPollingInterval.Ticks));
}
