using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Telemetry;

/// <summary>Cancels the work at the first call of a kind, as an instance that ends does.</summary>
internal sealed class CancellingGate(string service, StorageOperation operation, CancellationTokenSource cancelling)
    : IStorageGate
{
    public async Task BeforeAsync(StorageCall call, CancellationToken cancellation)
    {
        if (call.Service == service && call.Operation == operation)
        {
            await cancelling.CancelAsync();
        }

        cancellation.ThrowIfCancellationRequested();
    }

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
