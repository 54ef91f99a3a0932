namespace Lysekil.Publishing.Storage;

/// <summary>
/// Work that the first caller starts and all callers share. Callers resume one after the other, in the order in which
/// they asked; several awaiters of one task would resume in no particular order.
/// </summary>
/// <param name="work">Called once.</param>
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

    /// <summary>Does the work and resumes the callers; each of them gets its fault.</summary>
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

    /// <summary>Turns a fault before the first wait into a failed task.</summary>
    private async Task<T> StartAsync() => await work();
}
