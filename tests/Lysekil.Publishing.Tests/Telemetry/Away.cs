using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Telemetry;

/// <summary>Storage that fails every call.</summary>
internal sealed class Away : IStorageGate
{
    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
        Task.FromException(new IOException("Storage is away."));

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
