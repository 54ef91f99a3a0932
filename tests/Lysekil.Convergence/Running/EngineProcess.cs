using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Versions;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Convergence.Running;

/// <summary>A process of the function app: an engine with its own caches and its own clock.</summary>
/// <param name="generation">Which engine it is.</param>
/// <param name="storage">The storage of the engine.</param>
/// <param name="clock">The clock of all processes.</param>
/// <param name="skew">How much the clock of this one is ahead.</param>
/// <param name="reconcilesOverdue">Whether messages start reconciles that are overdue.</param>
/// <param name="looked">Receives each time that the engine reads.</param>
internal sealed class EngineProcess(
    EngineGeneration generation,
    SiteStorage storage,
    TimeProvider clock,
    TimeSpan skew,
    bool reconcilesOverdue,
    Action<DateTimeOffset> looked)
{
    public EngineGeneration Generation => generation;

    public PublishingEngine Engine { get; } = new(
        LaterEngine.Of(generation, storage),
        new SkewedClock(clock, skew, looked),
        NullLoggerFactory.Instance,
        new PublishingOptions
        {
            ListLengths = HistoryGenerator.Lists,
            ReconcileOverdueAfter = reconcilesOverdue ? OverdueAfter : null,
        });

    /// <summary>The default of the option.</summary>
    public static TimeSpan OverdueAfter { get; } = new PublishingOptions().ReconcileOverdueAfter!.Value;

    private sealed class SkewedClock(TimeProvider clock, TimeSpan skew, Action<DateTimeOffset> looked) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            var now = clock.GetUtcNow() + skew;
            looked(now);
            return now;
        }
    }
}
