using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Convergence.Running;

/// <summary>A process that functions run in: an engine with a memory and a clock of its own.</summary>
internal sealed class EngineProcess(SiteStorage storage, TimeProvider clock, TimeSpan skew, Action<DateTimeOffset> looked)
{
    public PublishingEngine Engine { get; } = new(storage, new SkewedClock(clock, skew, looked), NullLoggerFactory.Instance, lengths: HistoryGenerator.Lists);

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
