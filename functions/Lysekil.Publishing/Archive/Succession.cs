using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Archive;

/// <summary>
/// Who came with one content, oldest first, and who of them is gone: what tells a renamed file, which is one that goes and
/// a newer one with the same content, in whatever order that is seen. It is one row, replaced on condition by every commit
/// that changes it: so a rename is decided once, and each decision saw the one before.
/// </summary>
/// <param name="Content">What they came with.</param>
/// <param name="Line">The oldest first.</param>
/// <param name="ETag">The row; <c>null</c> where there is none yet.</param>
public sealed record Succession(ContentHash Content, IReadOnlyList<Bearer> Line, ETag? ETag)
{
    /// <summary>
    /// The row holds no more names of the greatest length. The newest that are there are not in it, and no heirs; they are
    /// once they come again under another name.
    /// </summary>
    public const int MostBearers = 25;

    /// <summary>The first who came after one that is gone: that one under another name.</summary>
    public SourcePath? Heir => Line.SkipWhile(b => !b.IsGone).Where(b => !b.IsGone).Select(b => b.Path).FirstOrDefault();

    /// <summary>Whose identity is a source's to take; <c>null</c> where it is nobody's heir.</summary>
    public SourcePath? PredecessorOf(SourcePath path) => path == Heir ? Line.First(b => b.IsGone).Path : null;

    /// <summary>
    /// The place of a source in a line, by its record. One that has an identity of long standing is in none until it is gone.
    /// </summary>
    public static (ContentHash Content, bool IsGone)? PlaceOf(SourceRecord? record) => record switch
    {
        { State: SourceState.Deleted, Content: { } last } => (last, true),
        { MaySucceed: true, Content: { } content } => (content, false),
        _ => null,
    };

    /// <summary>
    /// A source comes, or turns out to be gone. Who is there already keeps the place; of the same age, who is gone stands
    /// before who is there, and who comes later behind.
    /// </summary>
    public Succession With(Bearer bearer)
    {
        if (Line.Any(b => b.Path == bearer.Path))
        {
            return this with { Line = [.. Line.Select(b => b.Path == bearer.Path ? b with { IsGone = bearer.IsGone } : b)] };
        }

        var older = Line.TakeWhile(b => b.Created < bearer.Created || (b.Created == bearer.Created && !bearer.IsGone)).ToList();
        return this with { Line = [.. older, bearer, .. Line.Skip(older.Count)] };
    }

    /// <param name="path">Who has no place any more; <c>null</c>: nobody.</param>
    public Succession Without(SourcePath? path) => this with { Line = [.. Line.Where(b => b.Path != path)] };

    /// <summary>Who must be published again now that things stand so: the heir, from the moment that it is one.</summary>
    /// <param name="before">How things stood.</param>
    public IEnumerable<SourcePath> CallsFor(Succession before) => Heir is { } heir && heir != before.Heir ? [heir] : [];

    /// <summary>The change that brings the row to this state; <c>null</c> where there is none and shall be none.</summary>
    public RowChange? ToChange()
    {
        var key = ArchiveKeys.Succession(Content);
        var kept = Line.OrderBy(b => !b.IsGone).Take(MostBearers).Select(b => b.Path).ToHashSet();
        var line = Line.Where(b => kept.Contains(b.Path)).ToList();
        var columns = new Columns()
            .Add("line", [.. line.Select(b => b.Path.Value)])
            .Add("created", [.. line.Select(b => Columns.Text(b.Created))])
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

    internal static Succession Read(ContentHash content, Row? row)
    {
        if (row is null)
        {
            return new Succession(content, [], null);
        }

        var gone = row.Columns.List("gone").ToHashSet(StringComparer.Ordinal);
        var line = row.Columns.List("line").Zip(row.Columns.List("created"))
            .Select(b => new Bearer(new SourcePath(b.First), Columns.Moment(b.Second), gone.Contains(b.First)));
        return new Succession(content, [.. line], row.ETag);
    }
}
