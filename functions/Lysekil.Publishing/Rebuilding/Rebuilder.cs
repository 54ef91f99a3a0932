using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Waking;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>
/// Renders the whole site anew, a slice of the archive a message: each slice marks its pages stale, wakes their refreshes,
/// and only then remembers how far it came, so that a crash costs at most one slice, and publishing goes on meanwhile.
/// </summary>
public sealed class Rebuilder(SiteStorage storage, ArchiveIndex archive, SiteReader sites)
{
    /// <summary>Two engines of one version render the same.</summary>
    public static string Version { get; } = "1-" + Theme.BuiltInHash.Value[..16];

    /// <summary>A slice marks its pages in one commit.</summary>
    private const int MostPages = ITable.MostChanges;

    /// <summary>Each claim is a page of its own; most share the others.</summary>
    private const int MostClaims = 60;

    private readonly WakeUpCalls _wake = new(storage);

    /// <summary>The change that starts a rebuild, or starts again the one under way.</summary>
    public static RowChange FromTheStart() => new RowChange.Upsert(ArchiveKeys.Rebuild, Position(""));

    /// <summary>Starts a rebuild; one that is under way starts again.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await archive.Table.CommitAsync([FromTheStart()], cancellation);
        await _wake.RebuildAsync(cancellation);
    }

    /// <summary>Starts a rebuild unless one is under way.</summary>
    public async Task StartOnceAsync(CancellationToken cancellation)
    {
        await archive.Table.CommitAsync([new RowChange.Insert(ArchiveKeys.Rebuild, Position(""))], cancellation);
        await _wake.RebuildAsync(cancellation); // Also where the race is lost: perhaps to ourselves, when the client repeats a call.
    }

    /// <summary>Does the next slice, and wakes the one after it. Nothing happens where no rebuild is under way.</summary>
    public async Task ContinueAsync(CancellationToken cancellation)
    {
        if (await archive.Table.FindAsync(ArchiveKeys.Rebuild, cancellation) is not { } rebuild)
        {
            return;
        }

        var after = rebuild.Columns.Text("after");
        var (pages, last) = after.Length == 0
            ? (await FixedPagesAsync(cancellation), ArchiveKeys.Claims)
            : await PagesAfterAsync(after, cancellation);
        if (pages.Count > 0)
        {
            await archive.Table.CommitAsync([.. pages.Select(ArchiveIndex.MarkStale)], cancellation);
            await _wake.RefreshAsync(pages, cancellation);
        }

        await archive.Table.CommitAsync(
            last is null
                ?
                [
                    new RowChange.Delete(rebuild.Key, rebuild.ETag),
                    new RowChange.Upsert(ArchiveKeys.Built, new Columns().Add("version", Version).Values),
                ]
                : [new RowChange.Replace(rebuild.Key, Position(last), rebuild.ETag)],
            cancellation);
        await _wake.RebuildAsync(cancellation); // Also where the position was not ours to move: somebody started again.
    }

    private async Task<List<PageKey>> FixedPagesAsync(CancellationToken cancellation) =>
    [
        (await sites.ReadAsync(cancellation)).Theme.StyleSheetPage, PageKey.NotFound, PageKey.Robots, PageKey.Front, PageKey.Archive,
        PageKey.Topics, PageKey.Rss, PageKey.Atom, PageKey.JsonFeed, PageKey.Sitemap, PageKey.StandingPagesSitemap, PageKey.Desk,
    ];

    /// <summary>The pages of the next claims, and the key of the last; <c>null</c> where there are no more.</summary>
    private async Task<(List<PageKey> Pages, string? Last)> PagesAfterAsync(string after, CancellationToken cancellation)
    {
        var pages = new HashSet<PageKey>();
        string? last = null;
        await foreach (var row in archive.Table.QueryAsync(KeyRange.After(after, ArchiveKeys.Claims), MostClaims, cancellation))
        {
            var more = PagesOf(Claim.Read(row.Columns)).Where(p => !pages.Contains(p)).ToList();
            if (pages.Count + more.Count > MostPages)
            {
                break;
            }

            pages.UnionWith(more);
            last = row.Key;
        }

        return ([.. pages], last);
    }

    private static IEnumerable<PageKey> PagesOf(Claim claim)
    {
        yield return claim.Page;
        if (claim is { Kind: ClaimKind.Live, Listing: { Month: { } month } article })
        {
            yield return PageKey.Month(month);
            yield return PageKey.Year(month.Year);
            yield return PageKey.YearSitemap(month.Year);
            foreach (var topic in article.Topics)
            {
                yield return PageKey.TopicYear(topic.Slug, month.Year);
                yield return PageKey.Topic(topic.Slug);
            }
        }
    }

    private static IReadOnlyDictionary<string, string> Position(string after) => new Columns().Add("after", after).Values;
}
