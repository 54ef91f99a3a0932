namespace Lysekil.Convergence.Running;

/// <summary>A clock that advances only when its owner sets it.</summary>
public sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
