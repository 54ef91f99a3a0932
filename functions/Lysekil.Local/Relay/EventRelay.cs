using System.Diagnostics;
using Lysekil.Local.Threading;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Nito.AsyncEx;

namespace Lysekil.Local.Relay;

/// <summary>
/// The event delivery that Azurite lacks: polls the content container, and sends an Event Grid event to
/// <c>content-events</c> for each blob that any client has created, changed or deleted.
/// </summary>
/// <param name="content">The container to poll.</param>
/// <param name="address">The container's address, as the events name it.</param>
/// <param name="events">The queue for the events; it encodes them as Event Grid does.</param>
/// <param name="clock">Times the polls.</param>
internal sealed class EventRelay(IBlobContainer content, Uri address, IQueue events, TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly ContentSnapshot _announced = new();
    private long _sequence = clock.GetUtcNow().UtcTicks;

    /// <summary>Set by what has changed the container: the relay polls at once.</summary>
    public AsyncAutoResetEvent ContentChanged { get; } = new();

    /// <summary>Raised with the number of events that a poll has sent.</summary>
    public event Action<int>? Announced;

    /// <summary>Marks all that the container holds as announced.</summary>
    public async Task SkipExistingAsync(CancellationToken cancellation)
    {
        foreach (var change in _announced.Compare(await content.ListAllAsync(cancellation).ToListAsync(cancellation)))
        {
            _announced.Accept(change);
        }
    }

    /// <summary>Polls once, and announces what has changed. Returns the number of events.</summary>
    public async Task<int> PollAsync(CancellationToken cancellation)
    {
        var changes = _announced.Compare(await content.ListAllAsync(cancellation).ToListAsync(cancellation));
        await Parallel.ForEachAsync(
            changes,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (change, stop) =>
            {
                using var span = PublishingTrace.Begin("event", ActivityKind.Producer)
                    ?.SetTag("lysekil.source", change.Name);
                var sequence = Interlocked.Increment(ref _sequence);
                var message = BlobEvent.Write(change, address, sequence, clock.GetUtcNow(), PublishingTrace.Current);
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

    /// <summary>
    /// Polls until cancelled. Faults go to <paramref name="failed"/>; the next poll makes up for them.
    /// </summary>
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

    /// <summary>A large container is polled less often: listing takes at most a fifth of the time.</summary>
    internal static TimeSpan DelayAfter(TimeSpan poll) =>
        TimeSpan.FromTicks(Math.Clamp(poll.Ticks * 4, Shortest.Ticks, Longest.Ticks));

}
