namespace Lysekil.Simulation;

/// <summary>Keeps every call that took effect, in that order, for tests of what something costs. Thread safe.</summary>
public sealed class StorageTrace : IStorageGate
{
    private readonly Lock _lock = new();
    private readonly List<StorageCall> _calls = [];

    public IReadOnlyList<StorageCall> Calls
    {
        get { lock (_lock) { return [.. _calls]; } }
    }

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

    public Task AfterAsync(StorageCall call, CancellationToken cancellation)
    {
        lock (_lock) { _calls.Add(call); }
        return Task.CompletedTask;
    }

    public void Clear()
    {
        lock (_lock) { _calls.Clear(); }
    }
}
