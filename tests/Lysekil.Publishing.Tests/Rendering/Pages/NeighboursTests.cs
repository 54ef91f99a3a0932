using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

public class NeighboursTests
{
    private readonly StorageTrace _trace = new();
    private readonly SimulatedSite _site;

    public NeighboursTests() => _site = new SimulatedSite(Some.Clock(), _trace);

    /// <summary>
    /// Asked besides: the month, where its sitemap is rendered too; at an edge of the month, the one beyond.
    /// </summary>
    [Theory]
    [InlineData("2025-03-02-c", "2025/03/b", "2025/03/d", true, 1)]
    [InlineData("2025-03-01-b", "2024/03/a", "2025/03/c", true, 2)]
    [InlineData("2025-03-03-d", "2025/03/c", "2026/03/e", true, 2)]
    [InlineData("2026-03-01-e", "2025/03/d", null, true, 3)]
    [InlineData("2025-03-02-c", "2025/03/b", "2025/03/d", false, 2)]
    public async Task They_are_found_with_few_queries(
        string article, string? older, string? newer, bool isMonthRendered, int queries)
    {
        foreach (var name in new[] { "2024-03-01-a", "2025-03-01-b", "2025-03-02-c", "2025-03-03-d", "2026-03-01-e" })
        {
            _site.Upload($"artiklar/{name}.md", Some.Article(name));
        }

        await _site.SettleAsync();
        var source = await new SiteIndex(_site.Storage.Index).FindSourceAsync(new($"artiklar/{article}.md"), default);
        var item = source!.Value.Live!;
        var index = new SiteIndex(new MemoizingTable(_site.Storage.Site.Index));
        var site = new AsyncLazy<Site>(() => Task.FromResult(
            new Site(SiteSettings.Default, new Theme(new Dictionary<string, string>()), IsBuilt: true)));
        PageKey[] pages =
            isMonthRendered ? [PageKey.MonthSitemap(new(2025, 3)), PageKey.MonthSitemap(new(2026, 3))] : [];
        _trace.Clear();

        var found = await new Neighbours(index, site, pages).OfAsync(item, item.Date!.Value, default);

        Assert.Equal((older, newer), (Folder(found.Older), Folder(found.Newer)));
        Assert.Equal(queries, _trace.Calls.Count);
    }

    private static string? Folder(PublishedItem? item) =>
        item?.Page.Value.Replace("/index.html", "", StringComparison.Ordinal);
}
