using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Repair.Failures;

/// <summary>
/// Keeps what was given up, and why. Work that is given up is owed from then on, whatever its message had come to: so the
/// archive alone says what is left, and a message is not needed any more.
/// </summary>
public sealed class FailureRecords(SiteIndex index, TimeProvider clock, ILogger<FailureRecords> log)
{
    private const int MostRounds = 5;

    /// <summary>Notes that the last try of a message failed. Never fails itself: the fault that is told is the work's own.</summary>
    public async Task RecordFailureAsync(WorkItem work, Exception fault, CancellationToken cancellation)
    {
        log.LogError(fault, "Gave up {Work}", work);
        PublishingMeter.GaveUp(work.Kind);
        try
        {
            await NoteAsync(work, FailureReason.Of(fault), cancellation);
        }
        catch (Exception another)
        {
            log.LogError(another, "Could not note that {Work} failed", work); // Its message tells, from the poison queue.
        }
    }

    /// <summary>Notes work whose message was found in a poison queue: what is known of it stays.</summary>
    internal Task NoteAsync(WorkItem work, CancellationToken cancellation) => NoteAsync(work, null, cancellation);

    /// <summary>Whether nothing is owed of what was given up.</summary>
    internal async Task<bool> IsDoneAsync(WorkItem work, CancellationToken cancellation) => work switch
    {
        WorkItem.Publishing { Source: var path } => await index.Table.FindAsync(IndexKeys.OutboxEntry(path), cancellation) is null,
        WorkItem.Refreshing { Page: var page } => await index.Table.FindAsync(IndexKeys.Stale(page), cancellation) is null,
        _ => await index.Table.FindAsync(IndexKeys.Rebuild, cancellation) is null
            && await index.Table.FindAsync(IndexKeys.Sweep, cancellation) is null,
    };

    /// <summary>Forgets a failure, unless it failed again since.</summary>
    internal Task ForgetAsync(Versioned<Failure> failure, CancellationToken cancellation) =>
        index.Table.CommitAsync([new RowChange.Delete(failure.Value.Work.FailureKey, failure.ETag)], cancellation);

    /// <summary>Keeps a failure as it is now, unless it failed again since.</summary>
    internal Task KeepAsync(Failure failure, ETag version, CancellationToken cancellation) =>
        index.Table.CommitAsync([new RowChange.Replace(failure.Work.FailureKey, failure.Write(), version)], cancellation);

    private async Task NoteAsync(WorkItem work, string? reason, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var row = await index.Table.FindAsync(work.FailureKey, cancellation);
            var failure = row is null ? new Failure(work, reason ?? FailureReason.Unknown, clock.GetUtcNow(), 0, null) : Failure.Read(row.Columns);
            if (reason is not null)
            {
                failure = failure with { Reason = reason, At = clock.GetUtcNow() };
            }

            RowChange change = row is null
                ? new RowChange.Insert(work.FailureKey, failure.Write())
                : new RowChange.Replace(work.FailureKey, failure.Write(), row.ETag);
            if (await index.Table.CommitAsync([change, .. await EnsureOutboxEntryAsync(work, cancellation)], cancellation) is not null)
            {
                return;
            }
        }

        throw new TimeoutException($"Others noted that {work} failed {MostRounds} times.");
    }

    private async Task<IReadOnlyList<RowChange>> EnsureOutboxEntryAsync(WorkItem work, CancellationToken cancellation) => work switch
    {
        WorkItem.Refreshing { Page: var page } => [SiteIndex.MarkStale(page)],
        WorkItem.Publishing { Source: var path } when await index.FindOutboxEntryAsync(path, cancellation) is null =>
            [new RowChange.Insert(IndexKeys.OutboxEntry(path), OutboxEntry.None.Write(path.Value))],
        _ => [],
    };
}
