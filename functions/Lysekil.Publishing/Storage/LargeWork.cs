using System.Threading.Channels;

namespace Lysekil.Publishing.Storage;

/// <summary>
/// Large work of one engine, one at a time, however many messages it handles at once: a small instance has memory for
/// the largest of each kind, and not for two of them. What is large depends on the memory that there is. Nothing else
/// waits, and no other instance does.
/// </summary>
/// <remarks>
/// There is one turn for a source that is published and for the pages of a pass, and a second one for a file of such a
/// pass, which may have several. It is waited for by holders of the first alone, so that none waits for ever.
/// </remarks>
/// <param name="memory">In bytes: what .NET's heap may have.</param>
internal sealed class LargeWork(long memory)
{
    private readonly Channel<bool> _work = OneTurn();
    private readonly Channel<bool> _file = OneTurn();

    /// <summary>For what .NET's heap may have in this process: its limit, or most of the machine's memory.</summary>
    public LargeWork()
        : this(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
    {
    }

    /// <summary>A file with more bytes is large: a megabyte, where the heap may have 160.</summary>
    public long MostOfFile => memory / 160;

    /// <summary>A text with more bytes is large: parsed, it takes some twenty times as much memory.</summary>
    public long MostOfText => memory / 1_280;

    /// <summary>In bytes: pages that hold more of the index and of texts hold much.</summary>
    public long MostOfPages => memory / 53;

    /// <returns>The turn, which the result ends; <c>null</c> if other work has it.</returns>
    public IDisposable? TryBegin() => _work.Reader.TryRead(out _) ? new Turn(_work.Writer) : null;

    /// <summary>Waits for the turn of a large source, or of the pages of a pass. The result ends it.</summary>
    /// <returns>A task that is completed at once where no other work has the turn.</returns>
    public Task<IDisposable> BeginAsync(CancellationToken cancellation) => BeginAsync(_work, cancellation);

    /// <summary>Waits for the turn of one large file of a pass that has the turn itself. The result ends it.</summary>
    /// <returns>A task that is completed at once where no other file has the turn.</returns>
    public Task<IDisposable> BeginFileAsync(CancellationToken cancellation) => BeginAsync(_file, cancellation);

    /// <summary>A channel with one item: the work that has taken it puts it back.</summary>
    private static Channel<bool> OneTurn()
    {
        var turn = Channel.CreateUnbounded<bool>();
        turn.Writer.TryWrite(true);
        return turn;
    }

    private static async Task<IDisposable> BeginAsync(Channel<bool> turn, CancellationToken cancellation)
    {
        await turn.Reader.ReadAsync(cancellation);
        return new Turn(turn.Writer);
    }

    private sealed class Turn(ChannelWriter<bool> turn) : IDisposable
    {
        private int _hasEnded;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _hasEnded, 1) == 0)
            {
                turn.TryWrite(true);
            }
        }
    }
}
