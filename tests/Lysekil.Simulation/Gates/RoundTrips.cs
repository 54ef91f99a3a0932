namespace Lysekil.Simulation;

/// <summary>
/// Counts sequential round trips: all calls that are under way at once take effect together, as if each took equally
/// long. What runs behind it may wait for nothing but storage.
/// </summary>
public sealed class RoundTrips : IStorageGate
{
    private readonly List<(int Trip, StorageCall Call)> _calls = [];
    private List<TaskCompletionSource> _waiting = [];

    /// <summary>How many round trips were made.</summary>
    public int Made { get; private set; }

    /// <summary>Each call, with the round trip in which it took effect, from 1.</summary>
    public IReadOnlyList<(int Trip, StorageCall Call)> Calls => _calls;

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource(); // Goes on in line: everything here is one thread's.
        _waiting.Add(turn);
        _calls.Add((Made + 1, call));
        return turn.Task;
    }

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Runs something to its end, and counts.</summary>
    /// <exception cref="InvalidOperationException">It waits for something else than storage.</exception>
    public T Run<T>(Func<Task<T>> work)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null); // A test runner's would take the work to other threads.
        try
        {
            return Finish(work());
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private T Finish<T>(Task<T> running)
    {
        while (!running.IsCompleted)
        {
            var going = _waiting;
            _waiting = [];
            if (going.Count == 0)
            {
                throw new InvalidOperationException("What runs waits for something else than storage.");
            }

            Made++;
            going.ForEach(turn => turn.SetResult());
        }

        return running.GetAwaiter().GetResult();
    }
}
