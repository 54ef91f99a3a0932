using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>Acts once, right before the first call that matches.</summary>
internal sealed class Interruption : IStorageGate
{
    private StorageOperation _operation;
    private Func<StorageCall, bool> _which = _ => true;
    private Action? _act;

    public void Before(StorageOperation operation, Action act, Func<StorageCall, bool>? which = null) =>
        (_operation, _act, _which) = (operation, act, which ?? (_ => true));

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation)
    {
        if (_act is { } act && call.Operation == _operation && _which(call))
        {
            _act = null;
            act();
        }

        return Task.CompletedTask;
    }

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
