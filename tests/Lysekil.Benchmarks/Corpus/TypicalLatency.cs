using Lysekil.Simulation;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>
/// Gives each call the latency between a function and storage of one region. The values are assumed, not measured: what
/// matters is that calls overlap, and that changes take longer than reads.
/// </summary>
internal sealed class TypicalLatency : IStorageGate
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan Change = TimeSpan.FromMilliseconds(10);

    public static TypicalLatency Instance { get; } = new();

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
        Task.Delay(LatencyOf(call.Operation) / 2, cancellation);

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) =>
        Task.Delay(LatencyOf(call.Operation) / 2, cancellation);

    private static TimeSpan LatencyOf(StorageOperation operation) => operation is
        StorageOperation.Find or StorageOperation.Open or StorageOperation.List or StorageOperation.Query
            or StorageOperation.Receive
        ? Look
        : Change;
}
