using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>R1: All that one publish changes in one atomic commit. Pure.</summary>
/// <param name="Next">The source's record afterwards; <c>null</c> if none stays.</param>
/// <param name="Work">The source's outbox entry once the commit stands.</param>
/// <param name="Changes">The commit.</param>
/// <param name="OutboxAt">The place of the outbox entry among the changes.</param>
internal sealed record PublishPlan(SourceRecord? Next, OutboxEntry Work, List<RowChange> Changes, int OutboxAt)
{
    /// <summary>
    /// How many other sources one commit enters in the outbox: rename candidates first, then the smallest paths, since
    /// the smallest path owns a URL. Fewer where an article changes so many rows that they would not fit.
    /// </summary>
    public const int MostOthers = 5;

    /// <param name="path">The source.</param>
    /// <param name="current">Its record in the index.</param>
    /// <param name="decision">Its next record.</param>
    /// <param name="outbox">Its outbox entry; <c>null</c> if it has none.</param>
    /// <param name="shared">Changes of rows that it shares with other sources.</param>
    /// <param name="others">The sources to publish again, with their outbox entries.</param>
    /// <param name="targets">The pages that come or go, and to which texts link.</param>
    public static PublishPlan Of(
        SourcePath path,
        Versioned<SourceRecord>? current,
        PublishDecision decision,
        Versioned<OutboxEntry>? outbox,
        IReadOnlyList<RowChange> shared,
        IReadOnlyList<(SourcePath Path, Versioned<OutboxEntry>? Outbox)> others,
        IReadOnlyList<PageKey> targets)
    {
        var touched = TouchedPages.Of(current?.Value, decision.Next, decision.RenamedFrom?.Value);
        List<RowChange> own =
        [
            .. RecordChanges(path, current, decision), .. touched.Pages.Select(SiteIndex.MarkStale), .. shared,
        ];
        others = [.. others.Take(ITable.MostChanges - 1 - own.Count)];
        touched = touched with
        {
            Others = [.. others.Select(o => o.Path)],
            Targets = [.. touched.Targets.Union(targets)],
        };
        var work = touched.And(outbox?.Value ?? OutboxEntry.None);
        List<RowChange> changes =
        [
            SiteIndex.PutOutboxEntry(path, work, outbox?.ETag),
            .. own,
            .. others.Select(o =>
                SiteIndex.PutOutboxEntry(o.Path, o.Outbox?.Value ?? OutboxEntry.None, o.Outbox?.ETag)),
        ];
        return new PublishPlan(decision.Next, work, changes, OutboxAt: 0);
    }

    /// <summary>The place of the change that marks a page stale; <c>null</c> if there is none.</summary>
    public int? StaleAt(PageKey page) =>
        Changes.FindIndex(c => c is RowChange.Upsert && c.Key == IndexKeys.Stale(page)) is >= 0 and var at ? at : null;

    /// <summary>
    /// The pages to which the source's claim is made, changed or dropped, and at which it begins, changes or ends to be
    /// scheduled: whether it is live there, which is <c>null</c> without a claim, and when it will be.
    /// </summary>
    public static IEnumerable<(PageKey Page, bool? IsLive, DateTimeOffset? Opens)> ChangedClaims(
        SourceRecord? before, SourceRecord? after)
    {
        var (old, now) = (Claims(before), Claims(after));
        foreach (var (page, claim) in now.Where(c => !old.TryGetValue(c.Key, out var was) || !AreSame(was, c.Value)))
        {
            yield return (page, claim.IsLive, claim.Opens);
        }

        foreach (var page in old.Keys.Where(p => !now.ContainsKey(p)))
        {
            yield return (page, null, null);
        }
    }

    /// <summary>
    /// The keys by which the source becomes, changes as or stops being (then <c>null</c>) a rename candidate, and those
    /// of the source whose identity it takes.
    /// </summary>
    public static IEnumerable<(ContentHash Key, RenameCandidate? Place)> ChangedPlaces(
        SourceRecord? before, PublishDecision decision)
    {
        var (old, now) = (RenameCandidates.PlacesOf(before), RenameCandidates.PlacesOf(decision.Next));
        foreach (var (key, isGone) in now.Except(old))
        {
            yield return (key, new RenameCandidate(decision.Next!.Path, decision.Next.Created, isGone));
        }

        var taken = RenameCandidates.PlacesOf(decision.RenamedFrom?.Value);
        foreach (var key in old.Keys.Union(taken.Keys).Except(now.Keys))
        {
            yield return (key, null);
        }
    }

    /// <summary>One moment in two time zones is told to editors as two.</summary>
    private static bool AreSame(
        (bool? IsLive, DateTimeOffset? Opens) one, (bool? IsLive, DateTimeOffset? Opens) other) =>
        one == other && one.Opens?.Offset == other.Opens?.Offset;

    /// <summary>An asset claims nothing: its page is its own path, which no other source can want.</summary>
    private static Dictionary<PageKey, (bool? IsLive, DateTimeOffset? Opens)> Claims(SourceRecord? record)
    {
        var claims = new Dictionary<PageKey, (bool? IsLive, DateTimeOffset? Opens)>();
        if (record?.Live is { ContentType: null } live)
        {
            claims[live.Page] = (true, null);
        }

        if (record?.WaitsFor is { } page)
        {
            claims[page] = (false, null);
        }

        if (record is { ScheduledPage: { } later, ScheduledFor: { } date })
        {
            claims[later] = (null, date);
        }

        return claims;
    }

    private static IEnumerable<RowChange> RecordChanges(
        SourcePath path, Versioned<SourceRecord>? current, PublishDecision decision)
    {
        var next = decision.Next;
        var key = IndexKeys.Source(path);
        if (current?.Value == next)
        {
            // R1: A record that stays is replaced all the same: the commit fails if the index no longer holds it.
            return current is null
                ? []
                : [new RowChange.Replace(key, SourceRecordRow.Codec.Write(current.Value), current.ETag)];
        }

        RowChange own = (current, next) switch
        {
            (null, not null) => new RowChange.Insert(key, SourceRecordRow.Codec.Write(next)),
            (not null, null) => new RowChange.Delete(key, current.ETag),
            _ => new RowChange.Replace(key, SourceRecordRow.Codec.Write(next!), current!.ETag),
        };
        var changes = IndexRows.Changes(current?.Value, next, decision.SearchText).Prepend(own);
        return path.Kind is SourceKind.Settings or SourceKind.Theme && current?.Value.Accepted != next?.Accepted
            ? changes.Append(Rebuilder.FromTheStart())
            : changes;
    }
}
