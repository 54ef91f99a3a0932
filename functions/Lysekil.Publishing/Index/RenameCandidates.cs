using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>
/// The sources that came with one text, or with one title and date, oldest first, and which of them are gone. They tell
/// a renamed file, which is a deleted one and a newer one that has either in common, in whatever order the two are
/// seen. They are one row, which every commit that changes them replaces on condition: so a rename is decided once, and
/// each decision saw the one before.
/// </summary>
/// <param name="Key">What the sources have in common (<see cref="SourceRecord.RenameKeys"/>).</param>
/// <param name="Candidates">The sources, oldest first.</param>
/// <param name="ETag">The row's version; <c>null</c> where there is no row yet.</param>
public sealed record RenameCandidates(ContentHash Key, IReadOnlyList<RenameCandidate> Candidates, ETag? ETag)
{
    /// <summary>
    /// The row holds no more names of the greatest length. The newest existing sources beyond that are left out and
    /// take no identity; they do once they come again under another name.
    /// </summary>
    public const int MostCandidates = 25;

    /// <summary>The first existing source that came after one that is gone: the latter's new name.</summary>
    public SourcePath? RenamedTo =>
        Candidates.SkipWhile(c => !c.IsGone).Where(c => !c.IsGone).Select(c => c.Path).FirstOrDefault();

    /// <summary>The source whose identity a source takes; <c>null</c> where it takes none.</summary>
    public SourcePath? RenamedFrom(SourcePath path) => path == RenamedTo ? Candidates.First(c => c.IsGone).Path : null;

    /// <summary>
    /// The keys by which a source is a candidate, by its record, and whether it is gone. An existing source with an
    /// established identity is none.
    /// </summary>
    public static IReadOnlyDictionary<ContentHash, bool> PlacesOf(SourceRecord? record) => record switch
    {
        { State: SourceState.Deleted } or { MayBeRenamed: true } =>
            KeysOf(record).Distinct().ToDictionary(k => k, _ => record.State == SourceState.Deleted),
        _ => FrozenDictionary<ContentHash, bool>.Empty,
    };

    /// <summary>
    /// Whether the candidates name a source as gone exactly if its record says so: rows of different moments may not. A
    /// full row may have left it out.
    /// </summary>
    public bool AgreesWith(SourcePath path, SourceRecord? record) =>
        Names(path) == IsPlaceOf(record) || (!Names(path) && Candidates.Count >= MostCandidates);

    /// <summary>Whether the candidates name a source as gone whose record does not say so.</summary>
    public bool NamesWrongly(SourcePath path, SourceRecord? record) => Names(path) && !IsPlaceOf(record);

    /// <summary>
    /// A source comes, or turns out to be gone. A source that is in the list keeps its place. Of sources of the same
    /// age, those that are gone stand before existing ones, and later ones behind earlier ones.
    /// </summary>
    public RenameCandidates With(RenameCandidate candidate)
    {
        if (Candidates.Any(c => c.Path == candidate.Path))
        {
            var changed = Candidates.Select(c => c.Path == candidate.Path ? c with { IsGone = candidate.IsGone } : c);
            return this with { Candidates = [.. changed] };
        }

        var older = Candidates
            .TakeWhile(c => c.Created < candidate.Created || (c.Created == candidate.Created && !candidate.IsGone))
            .ToList();
        return this with { Candidates = [.. older, candidate, .. Candidates.Skip(older.Count)] };
    }

    /// <param name="path">The source to leave out; <c>null</c>: none.</param>
    public RenameCandidates Without(SourcePath? path) =>
        this with { Candidates = [.. Candidates.Where(c => c.Path != path)] };

    /// <summary>
    /// The source to be published again after a change: the renamed one, from the moment that it is known to be one.
    /// </summary>
    /// <param name="before">The candidates before the change.</param>
    public IEnumerable<SourcePath> ToRepublish(RenameCandidates before) =>
        RenamedTo is { } renamedTo && renamedTo != before.RenamedTo ? [renamedTo] : [];

    /// <summary>
    /// The change that brings the row to this state; <c>null</c> where there is no row and none is needed.
    /// </summary>
    public RowChange? ToChange() => (ETag, Candidates.Count) switch
    {
        (null, 0) => null,
        ({ } etag, 0) => new RowChange.Delete(IndexKeys.RenameCandidates(Key), etag),
        _ => ToCondition(),
    };

    /// <summary>
    /// R1: The change that leaves the row as it is, and fails if another commit has changed it since it was read. A row
    /// that was not there comes to be, without candidates; the next change of it fills or deletes it.
    /// </summary>
    public RowChange ToCondition()
    {
        var key = IndexKeys.RenameCandidates(Key);
        var kept = Candidates.OrderBy(c => !c.IsGone).Take(MostCandidates).Select(c => c.Path).ToHashSet();
        EquatableList<RenameCandidate> line = [.. Candidates.Where(c => kept.Contains(c.Path))];
        var columns = RenameCandidatesRow.Codec.Write(line);
        return ETag is { } etag ? new RowChange.Replace(key, columns, etag) : new RowChange.Insert(key, columns);
    }

    internal static RenameCandidates Read(ContentHash key, Row? row) =>
        new(key, row is null ? [] : RenameCandidatesRow.Codec.Read(row.Columns), row?.ETag);

    private bool Names(SourcePath path) => Candidates.Any(c => c.IsGone && c.Path == path);

    private bool IsPlaceOf(SourceRecord? record) => PlacesOf(record).GetValueOrDefault(Key);

    private static EquatableList<ContentHash> KeysOf(SourceRecord record) =>
        record.RenameKeys.Count == 0 && record.Content is { } content ? [content] : record.RenameKeys;
}

/// <summary>A source that came with a text or title, or was last live with it.</summary>
/// <param name="Path">The source.</param>
/// <param name="Created">When the source was created.</param>
/// <param name="IsGone">
/// Whether the source is deleted and its identity waits for a renamed one. Otherwise it exists, and may yet turn out to
/// be the new name of an older one.
/// </param>
public readonly record struct RenameCandidate(SourcePath Path, DateTimeOffset Created, bool IsGone);

/// <summary>The columns of the candidates of one text or title.</summary>
internal static class RenameCandidatesRow
{
    public static readonly RowCodec<EquatableList<RenameCandidate>> Codec = new(Read);

    private static readonly ColumnFormat<EquatableList<DateTimeOffset>> Moments =
        ColumnFormat.ListOf(ColumnFormat.TextOf, ColumnFormat.MomentOf);

    private static readonly Column<EquatableList<SourcePath>> Line =
        Codec.Add("line", ColumnFormat.Paths, l => [.. l.Select(c => c.Path)]);
    private static readonly Column<EquatableList<DateTimeOffset>> Created =
        Codec.Add("created", Moments, l => [.. l.Select(c => c.Created)]);
    private static readonly Column<EquatableList<SourcePath>> Gone =
        Codec.Add("gone", ColumnFormat.Paths, l => [.. l.Where(c => c.IsGone).Select(c => c.Path)]);

    private static EquatableList<RenameCandidate> Read(RowReader row)
    {
        var gone = Gone.Of(row).ToHashSet();
        var line = Line.Of(row).Zip(Created.Of(row));
        return [.. line.Select(c => new RenameCandidate(c.First, c.Second, gone.Contains(c.First)))];
    }
}
