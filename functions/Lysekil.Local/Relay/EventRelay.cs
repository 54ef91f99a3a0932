using System.Diagnostics;
using Lysekil.Local.Storage;
using Lysekil.Local.Threading;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Nito.AsyncEx;

namespace Lysekil.Local.Relay;

/// <summary>
/// The event delivery that Azurite lacks: looks at the content container again and again, and puts an Event Grid event
/// into <c>content-events</c> for every blob that has come, changed or gone, whichever client did it.
/// </summary>
/// <param name="content">The container to look at.</param>
/// <param name="address">The container's address, as the events name it.</param>
/// <param name="events">Where the events go; it encodes them as Event Grid does.</param>
/// <param name="clock">Paces the looks.</param>
internal sealed class EventRelay(IBlobContainer content, Uri address, IQueue events, TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly ContentSnapshot _announced = new();
    private long _sequence = clock.GetUtcNow().UtcTicks;

    /// <summary>Set by what has changed the container: the relay polls at once.</summary>
    public AsyncAutoResetEvent ContentChanged { get; } = new();

    /// <summary>Raised after events were sent, with their number.</summary>
    public event Action<int>? Announced;

    /// <summary>Takes what is there as known: nothing of it will be announced.</summary>
    public async Task SkipExistingAsync(CancellationToken cancellation)
    {
        foreach (var change in _announced.Compare(await ListAsync(cancellation)))
        {
            _announced.Accept(change);
        }
    }

    /// <summary>Looks once, and announces what is new. Returns the number of events sent.</summary>
    public async Task<int> PollAsync(CancellationToken cancellation)
    {
        var changes = _announced.Compare(await ListAsync(cancellation));
        await Parallel.ForEachAsync(
            changes,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (change, stop) =>
            {
                using var span = PublishingTrace.Begin("event", ActivityKind.Producer)?.SetTag("lysekil.source", change.Name);
                var message = BlobEvent.Write(change, address, Interlocked.Increment(ref _sequence), clock.GetUtcNow(), PublishingTrace.Current);
                await events.SendAsync(message, TimeSpan.Zero, stop);
                lock (_announced)
                {
                    _announced.Accept(change);
                }
            });
        if (changes.Count > 0)
        {
            Announced?.Invoke(changes.Count);
        }

        return changes.Count;
    }

    /// <summary>Looks until cancelled. A fault is told to <paramref name="failed"/>, and the next look makes up for it.</summary>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellation)
    {
        while (true)
        {
            var started = clock.GetTimestamp();
            try
            {
                await PollAsync(cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                failed(fault);
            }

            await ContentChanged.WaitAsync(DelayAfter(clock.GetElapsedTime(started)), clock, cancellation);
        }
    }

    /// <summary>A large container is listed less often: looking takes at most a fifth of the storage's time.</summary>
    internal static TimeSpan DelayAfter(TimeSpan look) =>
        TimeSpan.FromTicks(Math.Clamp(look.Ticks * 4, Shortest.Ticks, Longest.Ticks));

    private ValueTask<List<BlobProperties>> ListAsync(CancellationToken cancellation) =>
        content.ListAllAsync(cancellation).ToListAsync(cancellation);
}
