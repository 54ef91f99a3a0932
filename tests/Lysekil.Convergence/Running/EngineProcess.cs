using Lysekil.Publishing;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Convergence.Running;

/// <summary>A process that functions run in: an engine with a memory and a clock of its own.</summary>
internal sealed class EngineProcess
{
    public EngineProcess(SimulatedStorage storage, IStorageGate gate, TimeProvider clock, TimeSpan skew, Action<DateTimeOffset> looked)
    {
        Engine = new PublishingEngine(storage.Through(gate, rowsPerCall: 4), new SkewedClock(clock, skew, looked), NullLoggerFactory.Instance);
    }

    public PublishingEngine Engine { get; }

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
