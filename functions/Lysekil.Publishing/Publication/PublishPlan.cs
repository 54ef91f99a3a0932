using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>All that one commit changes, and the work that it leaves; pure.</summary>
/// <param name="Next">The source's record afterwards; <c>null</c> where none stays.</param>
/// <param name="Work">What is owed once the commit stands.</param>
/// <param name="Changes">The commit.</param>
/// <param name="OutboxAt">Which of the changes is the row of the owed work.</param>
internal sealed record PublishPlan(SourceRecord? Next, OutboxEntry Work, List<RowChange> Changes, int OutboxAt)
{
    /// <summary>
    /// So many other sources are called in by one commit, heirs first and then the smallest paths: with the largest article's
    /// 91 changes it still is one commit. Whoever would own a page is the smallest.
    /// </summary>
    public const int MostOthers = 5;

    /// <param name="path">The source.</param>
    /// <param name="current">What the archive holds of it.</param>
    /// <param name="decision">What it shall hold.</param>
    /// <param name="outbox">What is owed already.</param>
    /// <param name="shared">Changes of rows in which other sources have a part.</param>
    /// <param name="others">Whom to call in, and what they owe already.</param>
    public static PublishPlan Of(
        SourcePath path,
        Versioned<SourceRecord>? current,
        PublishDecision decision,
        Versioned<OutboxEntry>? outbox,
        IReadOnlyList<RowChange> shared,
        IReadOnlyList<(SourcePath Path, Versioned<OutboxEntry>? Outbox)> others)
    {
        var touched = TouchedPages.Of(current?.Value, decision.Next) with { Others = [.. others.Select(o => o.Path)] };
        var work = touched.And(outbox?.Value ?? OutboxEntry.None);
        var changes = new List<RowChange> { SiteIndex.PutOutboxEntry(path, work, outbox?.ETag) };
        changes.AddRange(RecordChanges(path, current, decision));
        changes.AddRange(touched.Pages.Select(SiteIndex.MarkStale));
        changes.AddRange(shared);
        changes.AddRange(others.Select(o => SiteIndex.PutOutboxEntry(o.Path, o.Outbox?.Value ?? OutboxEntry.None, o.Outbox?.ETag)));
        return new PublishPlan(decision.Next, work, changes, OutboxAt: 0);
    }

    /// <summary>Which of the changes marks a page stale; <c>null</c> where none does.</summary>
    public int? StaleAt(PageKey page) =>
        Changes.FindIndex(c => c is RowChange.Upsert && c.Key == IndexKeys.Stale(page)) is >= 0 and var at ? at : null;

    /// <summary>The pages on which the source's claim comes, changes or goes (then <c>null</c>).</summary>
    public static IEnumerable<(PageKey Page, bool? IsLive)> ChangedClaims(SourceRecord? before, SourceRecord? after)
    {
        var (old, now) = (Claims(before), Claims(after));
        foreach (var (page, isLive) in now.Where(c => !old.TryGetValue(c.Key, out var was) || was != c.Value))
        {
            yield return (page, isLive);
        }

        foreach (var page in old.Keys.Where(p => !now.ContainsKey(p)))
        {
            yield return (page, null);
        }
    }

    /// <summary>The lines in which the source's place comes, changes or goes (then <c>null</c>).</summary>
    public static IEnumerable<(ContentHash Content, RenameCandidate? Place)> ChangedPlaces(SourceRecord? before, PublishDecision decision)
    {
        var (old, now, taken) = (RenameCandidates.PlaceOf(before), RenameCandidates.PlaceOf(decision.Next), decision.RenamedFrom?.Value.Content);
        if (old is { } left && left.Content != now?.Content)
        {
            yield return (left.Content, null);
        }

        if (now is { } place && place != old)
        {
            yield return (place.Content, new RenameCandidate(decision.Next!.Path, decision.Next.Created, place.IsGone));
        }

        if (taken is { } content && content != old?.Content)
        {
            yield return (content, null);
        }
    }

    /// <summary>An asset's page is its own path, which nobody else can want.</summary>
    private static Dictionary<PageKey, bool> Claims(SourceRecord? record)
    {
        var claims = new Dictionary<PageKey, bool>();
        if (record?.Live is { ContentType: null } live)
        {
            claims[live.Page] = true;
        }

        if (record?.WaitsFor is { } page)
        {
            claims[page] = false;
        }

        return claims;
    }

    private static IEnumerable<RowChange> RecordChanges(SourcePath path, Versioned<SourceRecord>? current, PublishDecision decision)
    {
        var next = decision.Next;
        var key = IndexKeys.Source(path);
        if (current?.Value == next)
        {
            // Conditional also where it stays: what is settled must be what the archive holds, and not what it held.
            return current is null ? [] : [new RowChange.Replace(key, SourceRecordRow.Write(current.Value), current.ETag)];
        }

        RowChange own = (current, next) switch
        {
            (null, not null) => new RowChange.Insert(key, SourceRecordRow.Write(next)),
            (not null, null) => new RowChange.Delete(key, current.ETag),
            _ => new RowChange.Replace(key, SourceRecordRow.Write(next!), current!.ETag),
        };
        var changes = IndexRows.Changes(current?.Value, next, decision.SearchText).Prepend(own);
        return path.Kind is SourceKind.Settings or SourceKind.Theme && current?.Value.Accepted != next?.Accepted
            ? changes.Append(Rebuilder.FromTheStart())
            : changes;
    }
}
