using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>The billed units of some work.</summary>
/// <param name="Executions">Of functions.</param>
/// <param name="Events">Deliveries by Event Grid.</param>
/// <param name="BlobWrites">Writes, listings and tags, which cost the same.</param>
/// <param name="BlobReads">Reads of a blob or of its properties. Deleting is free.</param>
/// <param name="TableCalls">Reads, a query each thousand rows, and each row of a commit.</param>
/// <param name="QueueCalls">A message is sent, received and deleted.</param>
/// <param name="LoggedCalls">
/// Entries in the log of the content account: each write, tag, deletion and row of a commit there, and each message
/// that is sent or deleted.
/// </param>
internal sealed record Usage(
    long Executions, long Events, long BlobWrites, long BlobReads, long TableCalls, long QueueCalls, long LoggedCalls)
{
    private static readonly string[] Containers =
        [StorageNames.Content, StorageNames.Accepted, StorageNames.Web, StorageNames.Desk];

    public static Usage Nothing { get; } = new(0, 0, 0, 0, 0, 0, 0);

    public long StorageCalls => BlobWrites + BlobReads + TableCalls + QueueCalls;

    /// <summary>
    /// The usage of calls of the engine, including the calls of the host for each message and of Event Grid for each
    /// event.
    /// </summary>
    /// <param name="calls">All calls until no work is left.</param>
    /// <param name="events">The number of events that started the work.</param>
    /// <param name="timers">The number of timers that started it.</param>
    public static Usage Of(IReadOnlyList<StorageCall> calls, int events = 0, int timers = 0)
    {
        var sent = calls.Count(c => c.Operation == StorageOperation.Send) + events;
        var drained = calls.Count(c => !IsBlob(c) && c.Operation == StorageOperation.Delete);
        var rows = calls.Where(c => c.Operation == StorageOperation.Commit).Sum(c => c.Key.Split(' ').Length);
        return new(
            Executions: sent + timers,
            Events: events,
            BlobWrites: calls.Count(
                c => IsBlob(c)
                && c.Operation is (StorageOperation.Write or StorageOperation.List or StorageOperation.Tag)) + timers,
            BlobReads: calls.Count(c => IsBlob(c) && c.Operation is (StorageOperation.Find or StorageOperation.Open)),
            TableCalls: calls.Where(c => c.Service == StorageNames.IndexTable)
                .Sum(c => c.Operation == StorageOperation.Commit ? c.Key.Split(' ').Length : 1),
            QueueCalls: (3 * sent)
                + calls.Count(c => !IsBlob(c) && c.Operation is (StorageOperation.Receive or StorageOperation.Delete)),
            // The upload itself, its message, and what came of it.
            LoggedCalls: events + (2 * sent) + drained + rows
                + calls.Count(
                    c => IsBlob(c) && c.Service != StorageNames.Web
                    && c.Operation is (StorageOperation.Write or StorageOperation.Tag or StorageOperation.Delete)));
    }

    public static Usage operator +(Usage one, Usage other) => new(
        one.Executions + other.Executions, one.Events + other.Events, one.BlobWrites + other.BlobWrites,
        one.BlobReads + other.BlobReads, one.TableCalls + other.TableCalls, one.QueueCalls + other.QueueCalls,
        one.LoggedCalls + other.LoggedCalls);

    public static Usage operator *(long times, Usage one) => new(
        times * one.Executions, times * one.Events, times * one.BlobWrites,
        times * one.BlobReads, times * one.TableCalls, times * one.QueueCalls, times * one.LoggedCalls);

    private static bool IsBlob(StorageCall call) => Containers.Contains(call.Service);
}
