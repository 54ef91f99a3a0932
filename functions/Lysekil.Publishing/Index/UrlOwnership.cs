using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>
/// The claims on one page, and thereby its owner. They are one row, which every commit that adds, moves or removes a
/// claim replaces on condition: so claims on a page are decided one after the other, and each decision saw the one
/// before.
/// </summary>
/// <param name="Page">The page.</param>
/// <param name="Claims">Each claiming source, and whether it is live at the page.</param>
/// <param name="ETag">The row's version; <c>null</c> where there is no row yet.</param>
public sealed record UrlOwnership(PageKey Page, IReadOnlyDictionary<SourcePath, bool> Claims, ETag? ETag)
{
    /// <summary>
    /// How many texts link to the page. A source that takes or leaves it learns here, without a call, whether any is to
    /// be published again.
    /// </summary>
    public int Linking { get; init; }

    /// <summary>
    /// The sources that are scheduled to be live at the page, and when. They claim it only then; texts that link to the
    /// page are told until then.
    /// </summary>
    public IReadOnlyDictionary<SourcePath, DateTimeOffset> Scheduled { get; init; } =
        new Dictionary<SourcePath, DateTimeOffset>();

    /// <summary>When the first of them goes live; <c>null</c> if none is scheduled.</summary>
    public DateTimeOffset? Opens => Scheduled.Count == 0 ? null : Scheduled.Values.Min();

    /// <summary>
    /// More claims would not fit the row: a source that comes later is refused and does not wait. The same number of
    /// scheduled sources is noted.
    /// </summary>
    public const int MostClaims = 50;

    /// <summary>
    /// The source with the smallest path owns the page, whatever the order in which the sources came.
    /// </summary>
    public SourcePath? Owner => Claims.Keys.Min();

    /// <summary>
    /// The sources to be published again after the claims changed: one that is live at the page without owning it, one
    /// that owns it without being live there, and, where the owner changed, those that wait and were told the former
    /// owner's name.
    /// </summary>
    /// <param name="before">The claims before the change.</param>
    public IEnumerable<SourcePath> ToRepublish(UrlOwnership before) =>
        Claims.Where(c => c.Value != (c.Key == Owner) || (!c.Value && Owner != before.Owner)).Select(c => c.Key);

    /// <param name="path">The claiming source.</param>
    /// <param name="isLive">Whether it is live at the page; <c>null</c>: it no longer claims the page.</param>
    /// <param name="opens">When it goes live there; <c>null</c> if it is not scheduled.</param>
    public UrlOwnership With(SourcePath path, bool? isLive, DateTimeOffset? opens = null)
    {
        var claims = Claims.Where(c => c.Key != path).ToDictionary();
        if (isLive is { } live)
        {
            claims[path] = live;
        }

        var scheduled = Scheduled.Where(s => s.Key != path).ToDictionary();
        if (opens is { } date)
        {
            scheduled[path] = date;
        }

        return this with { Claims = claims, Scheduled = scheduled };
    }

    /// <summary>The change that brings the row to this state.</summary>
    public RowChange ToChange()
    {
        var key = IndexKeys.UrlOwnership(Page);
        var columns = UrlOwnershipRow.Codec.Write((Claims, Scheduled, Linking));
        return (ETag, Claims.Count + Scheduled.Count + Linking) switch
        {
            (null, _) => new RowChange.Insert(key, columns),
            ({ } etag, 0) => new RowChange.Delete(key, etag),
            ({ } etag, _) => new RowChange.Replace(key, columns, etag),
        };
    }

    internal static UrlOwnership Read(PageKey page, Row? row)
    {
        if (row is null)
        {
            return new(page, new Dictionary<SourcePath, bool>(), null);
        }

        var (claims, scheduled, linking) = UrlOwnershipRow.Codec.Read(row.Columns);
        return new(page, claims, row.ETag) { Scheduled = scheduled, Linking = linking };
    }
}

/// <summary>
/// The columns of the claims on a page, of the sources that are scheduled there, and of the number of texts that link
/// to it.
/// </summary>
internal static class UrlOwnershipRow
{
    public static readonly RowCodec<(
        IReadOnlyDictionary<SourcePath, bool> Claims,
        IReadOnlyDictionary<SourcePath, DateTimeOffset> Scheduled,
        int Linking)> Codec = new(Read);

    /// <summary>A moment, a space and a path.</summary>
    private static readonly ColumnFormat<EquatableList<(SourcePath Path, DateTimeOffset Opens)>> Openings =
        ColumnFormat.ListOf(s => $"{ColumnFormat.TextOf(s.Opens)} {s.Path.Value}", ReadOpening);

    private static readonly Column<EquatableList<SourcePath>> Live =
        Codec.Add("live", ColumnFormat.Paths, r => Those(r.Claims, isLive: true));
    private static readonly Column<EquatableList<SourcePath>> Waiting =
        Codec.Add("waiting", ColumnFormat.Paths, r => Those(r.Claims, isLive: false));
    private static readonly Column<EquatableList<(SourcePath Path, DateTimeOffset Opens)>> Scheduled = Codec.Add(
        "scheduled", Openings, r => [.. r.Scheduled.OrderBy(s => s.Key).Select(s => (s.Key, s.Value))]);
    private static readonly Column<int> Linking = Codec.Add("linking", ColumnFormat.Number, r => r.Linking);

    private static EquatableList<SourcePath> Those(IReadOnlyDictionary<SourcePath, bool> claims, bool isLive) =>
        [.. claims.Where(c => c.Value == isLive).Select(c => c.Key).Order()];

    private static (SourcePath Path, DateTimeOffset Opens) ReadOpening(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        return (new SourcePath(text[(end + 1)..]), ColumnFormat.MomentOf(text[..end]));
    }

    private static (
        IReadOnlyDictionary<SourcePath, bool> Claims,
        IReadOnlyDictionary<SourcePath, DateTimeOffset> Scheduled,
        int Linking) Read(RowReader row)
    {
        var claims = new Dictionary<SourcePath, bool>();
        foreach (var path in Live.Of(row))
        {
            claims[path] = true;
        }

        foreach (var path in Waiting.Of(row))
        {
            claims[path] = false;
        }

        return (claims, Scheduled.Of(row).ToDictionary(s => s.Path, s => s.Opens), Linking.Of(row));
    }
}
