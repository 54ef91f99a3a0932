using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>
/// Who wants one page. It is one row, replaced on condition by every commit that brings, moves or takes away a claim on
/// the page: so claims on a page are decided one after the other, and each decision saw the one before.
/// </summary>
/// <param name="Page">Which page.</param>
/// <param name="Claims">Each claimant, and whether it stands there.</param>
/// <param name="ETag">The row; <c>null</c> where there is none yet.</param>
public sealed record UrlOwnership(PageKey Page, IReadOnlyDictionary<SourcePath, bool> Claims, ETag? ETag)
{
    /// <summary>More claims would not fit the row: whoever comes later is refused and does not wait.</summary>
    public const int MostClaims = 50;

    /// <summary>The smallest path owns the page, whatever the order in which they came.</summary>
    public SourcePath? Owner => Claims.Keys.Min();

    /// <summary>
    /// Those who must be published again now that things stand so: who stands at the page without owning it, who owns it
    /// without standing there, and, where the owner is another than before, who waits and was told the old one's name.
    /// </summary>
    /// <param name="before">How things stood.</param>
    public IEnumerable<SourcePath> ToRepublish(UrlOwnership before) =>
        Claims.Where(c => c.Value != (c.Key == Owner) || (!c.Value && Owner != before.Owner)).Select(c => c.Key);

    /// <param name="path">Whose claim.</param>
    /// <param name="isLive">Whether it stands there; <c>null</c>: it makes no claim any more.</param>
    public UrlOwnership With(SourcePath path, bool? isLive)
    {
        var claims = Claims.Where(c => c.Key != path).ToDictionary();
        if (isLive is { } stands)
        {
            claims[path] = stands;
        }

        return this with { Claims = claims };
    }

    /// <summary>The change that brings the row to this state.</summary>
    public RowChange ToChange()
    {
        var key = IndexKeys.UrlOwnership(Page);
        var columns = new RowWriter()
            .Add("live", [.. Claims.Where(c => c.Value).Select(c => c.Key.Value).Order(StringComparer.Ordinal)])
            .Add("waiting", [.. Claims.Where(c => !c.Value).Select(c => c.Key.Value).Order(StringComparer.Ordinal)])
            .Values;
        return (ETag, Claims.Count) switch
        {
            (null, _) => new RowChange.Insert(key, columns),
            ({ } etag, 0) => new RowChange.Delete(key, etag),
            ({ } etag, _) => new RowChange.Replace(key, columns, etag),
        };
    }

    internal static UrlOwnership Read(PageKey page, Row? row)
    {
        var claims = new Dictionary<SourcePath, bool>();
        foreach (var path in row?.Columns.List("live") ?? [])
        {
            claims[new SourcePath(path)] = true;
        }

        foreach (var path in row?.Columns.List("waiting") ?? [])
        {
            claims[new SourcePath(path)] = false;
        }

        return new UrlOwnership(page, claims, row?.ETag);
    }
}
