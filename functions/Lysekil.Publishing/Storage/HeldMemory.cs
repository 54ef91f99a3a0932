namespace Lysekil.Publishing.Storage;

/// <summary>
/// Counts what the pages of one pass hold of the index and of texts. Once that is much, the pass goes on when no other
/// pass holds as much. Thread-safe.
/// </summary>
/// <param name="large">Says what is much, and whose turn it is.</param>
internal sealed class HeldMemory(LargeWork large) : IDisposable
{
    /// <summary>In bytes: what a row and each of its columns take besides their characters.</summary>
    private const int OfRow = 200;
    private const int OfColumn = 100;

    private readonly Lock _lock = new();
    private long _bytes;
    private bool _isDisposed;
    private Task<IDisposable>? _turn;

    /// <summary>Counts a row, and waits for the turn if it is needed.</summary>
    public Task AddAsync(Row row, CancellationToken cancellation)
    {
        var bytes = OfRow;
        foreach (var (_, value) in row.Columns)
        {
            bytes += OfColumn + (sizeof(char) * value.Length);
        }

        return AddAsync(bytes, cancellation);
    }

    /// <summary>Waits for the turn, as for a large file that a page is made of.</summary>
    public Task HoldMuchAsync(CancellationToken cancellation) => AddAsync(large.MostOfPages + 1, cancellation);

    /// <summary>Counts bytes, and waits for the turn if it is needed.</summary>
    public Task AddAsync(long bytes, CancellationToken cancellation)
    {
        Task<IDisposable> turn;
        lock (_lock)
        {
            _bytes += bytes;
            if (_bytes <= large.MostOfPages || _isDisposed)
            {
                return Task.CompletedTask;
            }

            turn = _turn ??= large.BeginAsync(cancellation);
        }

        return turn;
    }

    /// <summary>The pass is over: another may begin its turn.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
        }

        // The turn may still be waited for: then it ends as soon as it comes.
        _turn?.ContinueWith(
            turn => turn.Result.Dispose(),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
