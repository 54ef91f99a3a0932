using Lysekil.Simulation;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>
/// Lets each call take about as long as it does between a function and storage of one region. Assumed, not measured: what
/// counts is that calls overlap, and that changes take longer than looks.
/// </summary>
internal sealed class TypicalLatency : IStorageGate
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan _change = TimeSpan.FromMilliseconds(10);

    public static TypicalLatency Instance { get; } = new();

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => Task.Delay(LatencyOf(call.Operation) / 2, cancellation);

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.Delay(LatencyOf(call.Operation) / 2, cancellation);

    private static TimeSpan LatencyOf(StorageOperation operation) => operation is
        StorageOperation.Find or StorageOperation.Open or StorageOperation.List or StorageOperation.Query or StorageOperation.Receive
        ? _look
        : _change;
}
