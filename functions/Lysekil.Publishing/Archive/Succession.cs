using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Archive;

/// <summary>
/// Who came with one content, oldest first, and who of them is gone: what tells a renamed file, which is one that goes and
/// another that comes with the same content, in whatever order that is seen. It is one row, replaced on condition by every
/// commit that changes it: so a rename is decided once, and each decision saw the one before.
/// </summary>
/// <param name="Content">What they came with.</param>
/// <param name="Line">The gone ones were published, and wait for an heir; of the others each may yet turn out to be one.</param>
/// <param name="ETag">The row; <c>null</c> where there is none yet.</param>
public sealed record Succession(ContentHash Content, IReadOnlyList<(SourcePath Path, bool IsGone)> Line, ETag? ETag)
{
    /// <summary>The row holds no more names of the greatest length; whoever comes last is not in it, and is no heir.</summary>
    public const int MostMembers = 25;

    /// <summary>The first who came after one that is gone: that one under another name.</summary>
    public SourcePath? Heir => Line.SkipWhile(m => !m.IsGone).Where(m => !m.IsGone).Select(m => m.Path).FirstOrDefault();

    /// <summary>Whose identity is a source's to take; <c>null</c> where it is nobody's heir.</summary>
    public SourcePath? PredecessorOf(SourcePath path) => path == Heir ? Line.First(m => m.IsGone).Path : null;

    /// <summary>
    /// The place of a source in a line, by its record. One that has an identity of long standing is in none until it is
    /// gone, and then before all others.
    /// </summary>
    public static (ContentHash Content, bool IsGone)? PlaceOf(SourceRecord? record) => record switch
    {
        { State: SourceState.Deleted, Content: { } last } => (last, true),
        { MaySucceed: true, Content: { } content } => (content, false),
        _ => null,
    };

    /// <param name="path">Whose place.</param>
    /// <param name="isGone">Whether it is gone; <c>null</c>: it has no place any more.</param>
    public Succession With(SourcePath path, bool? isGone)
    {
        var others = Line.Where(m => m.Path != path);
        return this with
        {
            Line = isGone switch
            {
                null => [.. others],
                { } gone when others.Count() < Line.Count => [.. Line.Select(m => m.Path == path ? (path, gone) : m)],
                true => [(path, true), .. Line],
                false => [.. Line, (path, false)],
            },
        };
    }

    /// <param name="path">Whose place somebody else has taken; <c>null</c>: nobody's.</param>
    public Succession Without(SourcePath? path) => path is null ? this : With(path, isGone: null);

    /// <summary>Who must be published again now that things stand so: the heir, from the moment that it is one.</summary>
    /// <param name="before">How things stood.</param>
    public IEnumerable<SourcePath> CallsFor(Succession before) => Heir is { } heir && heir != before.Heir ? [heir] : [];

    /// <summary>The change that brings the row to this state; <c>null</c> where there is none and shall be none.</summary>
    public RowChange? ToChange()
    {
        var key = ArchiveKeys.Succession(Content);
        var members = Line.Take(MostMembers).ToList();
        var columns = new Columns()
            .Add("line", [.. members.Select(m => m.Path.Value)])
            .Add("gone", [.. members.Where(m => m.IsGone).Select(m => m.Path.Value)])
            .Values;
        return (ETag, members.Count) switch
        {
            (null, 0) => null,
            (null, _) => new RowChange.Insert(key, columns),
            ({ } etag, 0) => new RowChange.Delete(key, etag),
            ({ } etag, _) => new RowChange.Replace(key, columns, etag),
        };
    }

    internal static Succession Read(ContentHash content, Row? row)
    {
        var gone = row?.Columns.List("gone").ToHashSet(StringComparer.Ordinal) ?? [];
        return new Succession(content, [.. (row?.Columns.List("line") ?? []).Select(p => (new SourcePath(p), gone.Contains(p)))], row?.ETag);
    }
}
