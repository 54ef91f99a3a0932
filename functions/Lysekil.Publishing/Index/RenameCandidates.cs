using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>
/// Who came with one content, oldest first, and who of them is gone: what tells a renamed file, which is one that goes and
/// a newer one with the same content, in whatever order that is seen. It is one row, replaced on condition by every commit
/// that changes it: so a rename is decided once, and each decision saw the one before.
/// </summary>
/// <param name="Content">What they came with.</param>
/// <param name="Candidates">The oldest first.</param>
/// <param name="ETag">The row; <c>null</c> where there is none yet.</param>
public sealed record RenameCandidates(ContentHash Content, IReadOnlyList<RenameCandidate> Candidates, ETag? ETag)
{
    /// <summary>
    /// The row holds no more names of the greatest length. The newest that are there are not in it, and no heirs; they are
    /// once they come again under another name.
    /// </summary>
    public const int MostCandidates = 25;

    /// <summary>The first who came after one that is gone: that one under another name.</summary>
    public SourcePath? RenamedTo => Candidates.SkipWhile(b => !b.IsGone).Where(b => !b.IsGone).Select(b => b.Path).FirstOrDefault();

    /// <summary>Whose identity is a source's to take; <c>null</c> where it is nobody's heir.</summary>
    public SourcePath? RenamedFrom(SourcePath path) => path == RenamedTo ? Candidates.First(b => b.IsGone).Path : null;

    /// <summary>
    /// The place of a source in a line, by its record. One that has an identity of long standing is in none until it is gone.
    /// </summary>
    public static (ContentHash Content, bool IsGone)? PlaceOf(SourceRecord? record) => record switch
    {
        { State: SourceState.Deleted, Content: { } last } => (last, true),
        { MayBeRenamed: true, Content: { } content } => (content, false),
        _ => null,
    };

    /// <summary>
    /// A source comes, or turns out to be gone. Who is there already keeps the place; of the same age, who is gone stands
    /// before who is there, and who comes later behind.
    /// </summary>
    public RenameCandidates With(RenameCandidate candidate)
    {
        if (Candidates.Any(b => b.Path == candidate.Path))
        {
            return this with { Candidates = [.. Candidates.Select(b => b.Path == candidate.Path ? b with { IsGone = candidate.IsGone } : b)] };
        }

        var older = Candidates.TakeWhile(b => b.Created < candidate.Created || (b.Created == candidate.Created && !candidate.IsGone)).ToList();
        return this with { Candidates = [.. older, candidate, .. Candidates.Skip(older.Count)] };
    }

    /// <param name="path">Who has no place any more; <c>null</c>: nobody.</param>
    public RenameCandidates Without(SourcePath? path) => this with { Candidates = [.. Candidates.Where(b => b.Path != path)] };

    /// <summary>Who must be published again now that things stand so: the heir, from the moment that it is one.</summary>
    /// <param name="before">How things stood.</param>
    public IEnumerable<SourcePath> ToRepublish(RenameCandidates before) => RenamedTo is { } renamedTo && renamedTo != before.RenamedTo ? [renamedTo] : [];

    /// <summary>The change that brings the row to this state; <c>null</c> where there is none and shall be none.</summary>
    public RowChange? ToChange()
    {
        var key = IndexKeys.RenameCandidates(Content);
        var kept = Candidates.OrderBy(b => !b.IsGone).Take(MostCandidates).Select(b => b.Path).ToHashSet();
        var line = Candidates.Where(b => kept.Contains(b.Path)).ToList();
        var columns = new RowWriter()
            .Add("line", [.. line.Select(b => b.Path.Value)])
            .Add("created", [.. line.Select(b => RowWriter.Text(b.Created))])
            .Add("gone", [.. line.Where(b => b.IsGone).Select(b => b.Path.Value)])
            .Values;
        return (ETag, line.Count) switch
        {
            (null, 0) => null,
            (null, _) => new RowChange.Insert(key, columns),
            ({ } etag, 0) => new RowChange.Delete(key, etag),
            ({ } etag, _) => new RowChange.Replace(key, columns, etag),
        };
    }

    internal static RenameCandidates Read(ContentHash content, Row? row)
    {
        if (row is null)
        {
            return new RenameCandidates(content, [], null);
        }

        var gone = row.Columns.List("gone").ToHashSet(StringComparer.Ordinal);
        var line = row.Columns.List("line").Zip(row.Columns.List("created"))
            .Select(b => new RenameCandidate(new SourcePath(b.First), RowWriter.Moment(b.Second), gone.Contains(b.First)));
        return new RenameCandidates(content, [.. line], row.ETag);
    }
}
