using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.History;

/// <summary>Lets one waiting storage call pass at a time, in an order that its seed decides.</summary>
internal sealed class ShufflingGate(int seed) : IStorageGate
{
    private readonly Random _random = new(seed);
    private readonly List<TaskCompletionSource> _waiting = [];
    private bool _isRunning;

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation)
    {
        if (!_isRunning)
        {
            return Task.CompletedTask;
        }

        var turn = new TaskCompletionSource(); // Goes on in line: everything here is one thread's.
        _waiting.Add(turn);
        return turn.Task;
    }

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Starts work that waits for nothing but storage, and ends when all of it has.</summary>
    public async Task RunAsync(params Func<Task>[] work)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null); // A test runner's would take the work to other threads.
        _isRunning = true;
        var running = Array.ConvertAll(work, start => start());
        while (!Array.TrueForAll(running, task => task.IsCompleted))
        {
            var turn = _waiting[_random.Next(_waiting.Count)];
            _waiting.Remove(turn);
            turn.SetResult();
        }

        _isRunning = false;
        SynchronizationContext.SetSynchronizationContext(context);
        await Task.WhenAll(running);
    }
}
