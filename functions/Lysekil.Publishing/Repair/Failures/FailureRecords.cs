using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Repair.Failures;

/// <summary>
/// Keeps what was given up, and why. The commit that records a failure also makes the page stale or gives the source an
/// outbox entry, whatever its attempts had done: so the index alone says what is left to do, and the message is no
/// longer needed (R6).
/// </summary>
public sealed class FailureRecords(SiteIndex index, TimeProvider clock, ILogger<FailureRecords> log)
{
    private const int MostRounds = 5;

    /// <summary>
    /// Records that the last attempt of a message failed. It never throws, so that the caller reports the work's own
    /// fault.
    /// </summary>
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
            // R6: a reconcile finds the message in the poison queue.
            log.LogError(another, "Could not note that {Work} failed", work);
        }
    }

    /// <summary>Records work whose message was found in a poison queue. A reason that is known already stays.</summary>
    internal Task NoteAsync(WorkItem work, CancellationToken cancellation) => NoteAsync(work, null, cancellation);

    /// <summary>Whether nothing is left to do of work that was given up.</summary>
    internal async Task<bool> IsDoneAsync(WorkItem work, CancellationToken cancellation) => work switch
    {
        WorkItem.Publishing { Source: var path } =>
            await index.Table.FindAsync(IndexKeys.OutboxEntry(path), cancellation) is null,
        WorkItem.Refreshing { Page: var page } =>
            await index.Table.FindAsync(IndexKeys.Stale(page), cancellation) is null,
        _ => await index.Table.FindAsync(IndexKeys.Rebuild, cancellation) is null
            && await index.Table.FindAsync(IndexKeys.Sweep, cancellation) is null,
    };

    /// <summary>Forgets a failure, unless the work failed again since.</summary>
    internal Task ForgetAsync(Versioned<Failure> failure, CancellationToken cancellation) =>
        index.Table.CommitAsync([new RowChange.Delete(failure.Value.Work.FailureKey, failure.ETag)], cancellation);

    /// <summary>Replaces a failure's row, unless the work failed again since.</summary>
    internal Task KeepAsync(Failure failure, ETag version, CancellationToken cancellation) =>
        index.Table.CommitAsync(
            [new RowChange.Replace(failure.Work.FailureKey, FailureRow.Codec.Write(failure), version)], cancellation);

    private async Task NoteAsync(WorkItem work, string? reason, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var row = await index.Table.FindAsync(work.FailureKey, cancellation);
            var failure = row is null
                ? new Failure(work, reason ?? FailureReason.Unknown, clock.GetUtcNow(), 0, null)
                : FailureRow.Codec.Read(row.Columns);
            if (reason is not null)
            {
                failure = failure with { Reason = reason, At = clock.GetUtcNow() };
            }

            RowChange change = row is null
                ? new RowChange.Insert(work.FailureKey, FailureRow.Codec.Write(failure))
                : new RowChange.Replace(work.FailureKey, FailureRow.Codec.Write(failure), row.ETag);
            // R1, R6: the failure and the work that is left to do are one commit.
            var left = await EnsureOutboxEntryAsync(work, cancellation);
            if (await index.Table.CommitAsync([change, .. left], cancellation) is not null)
            {
                return;
            }
        }

        throw new TimeoutException($"Others noted that {work} failed {MostRounds} times.");
    }

    private async Task<IReadOnlyList<RowChange>> EnsureOutboxEntryAsync(
        WorkItem work, CancellationToken cancellation) =>
        work switch
        {
            WorkItem.Refreshing { Page: var page } => [SiteIndex.MarkStale(page)],
            WorkItem.Publishing { Source: var path }
                when await index.FindOutboxEntryAsync(path, cancellation) is null =>
                [SiteIndex.PutOutboxEntry(path, OutboxEntry.None, expected: null)],
            _ => [],
        };
}
