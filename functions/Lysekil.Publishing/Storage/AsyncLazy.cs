namespace Lysekil.Publishing.Storage;

/// <summary>
/// Work that is done once for all who ask for it, by the first. Those who wait go on one after the other, in the order in which they
/// asked: several awaiters of one task would go on in none.
/// </summary>
/// <param name="work">What is done.</param>
internal sealed class AsyncLazy<T>(Func<Task<T>> work)
{
    private readonly Lock _lock = new();
    private List<TaskCompletionSource<T>>? _waiting;
    private Task<T>? _done;

    public Task<T> GetAsync()
    {
        var turn = new TaskCompletionSource<T>();
        lock (_lock)
        {
            if (_done is not null)
            {
                return _done;
            }

            if (_waiting is not null)
            {
                _waiting.Add(turn);
                return turn.Task;
            }

            _waiting = [turn];
        }

        _ = DoAsync(_waiting);
        return turn.Task;
    }

    /// <summary>Its fault is that of everybody who asked.</summary>
    private async Task DoAsync(List<TaskCompletionSource<T>> waiting)
    {
        var doing = StartAsync();
        await ((Task)doing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _done = doing;
        }

        waiting.ForEach(w => w.SetFromTask(doing));
    }

    /// <summary>Also what fails before it waits for anything is a task that failed.</summary>
    private async Task<T> StartAsync() => await work();
}
