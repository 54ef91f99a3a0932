using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// The storage calls of each refresh (R5), as <see cref="CostTests"/> hold those of a publish.
/// </summary>
public class RefreshCostTests : CountedSite
{
    /// <summary>
    /// Each refresh reads the page and its stale row; the summary, unless a period's page tells it; the site's files;
    /// and what the page shows. It writes the page, and commits. The pages above a period follow it. A text that
    /// another instance has published is opened.
    /// </summary>
    [Theory]
    [InlineData(
        "2026/05/kajen/index.html",
        "Commit archive 1, Find $web 1, Find archive 1, Open accepted 1, Query archive 5, Write $web 1")]
    [InlineData("index.html", "Commit archive 1, Find $web 1, Find archive 1, Query archive 2, Write $web 1")]
    [InlineData(
        "rss.xml",
        "Commit archive 1, Find $web 1, Find archive 1, Open accepted 1, Query archive 3, Write $web 1")]
    [InlineData(
        "feed.json",
        "Commit archive 1, Find $web 1, Find archive 1, Open accepted 1, Query archive 3, Write $web 1")]
    [InlineData(
        "nyhetsarkiv/2026/05/index.html",
        "Commit archive 3, Find $web 3, Find archive 3, Query archive 6, Write $web 3")]
    [InlineData("sok/2026-05.json", "Commit archive 2, Find $web 2, Find archive 2, Query archive 4, Write $web 2")]
    [InlineData(
        "amnen/hamn/2026/index.html",
        "Commit archive 3, Find $web 3, Find archive 2, Query archive 7, Write $web 3")]
    [InlineData(
        "amnen/hamn/rss.xml",
        "Commit archive 1, Find $web 1, Find archive 1, Open accepted 1, Query archive 2, Write $web 1")]
    [InlineData("av/eva-ek/index.html", "Commit archive 1, Find $web 1, Find archive 1, Query archive 2, Write $web 1")]
    [InlineData(
        "av/eva-ek/rss.xml",
        "Commit archive 1, Find $web 1, Find archive 1, Open accepted 1, Query archive 2, Write $web 1")]
    [InlineData(
        "sitemap-2026-05.xml",
        "Commit archive 2, Find $web 3, Find archive 3, Query archive 4, Write $web 3")]
    [InlineData("sitemap-nyheter.xml", "Commit archive 1, Find $web 1, Find archive 1, Query archive 2, Write $web 1")]
    public async Task The_storage_calls_of_a_refresh(string page, string cost)
    {
        await FillAsync(25);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Site.Storage.Content.Put(
            "artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]\nauthor: Eva Ek"));
        await Site.PublishOnlyAsync("artiklar/2026-05-01-kajen.md");
        await Site.Storage.Index.CommitAsync([SiteIndex.MarkStale(PageKey.Parse(page)!)], default);

        Trace.Clear();
        await RefreshAsync(page);
        Assert.Equal(cost, Calls());

        Trace.Clear();
        await RefreshAsync(page);
        Assert.DoesNotContain("Commit", Calls(), StringComparison.Ordinal); // The page is not stale.
        Assert.DoesNotContain("Query", Calls(), StringComparison.Ordinal);
    }

    /// <summary>
    /// The publish refreshes all pages together: their stale rows are read in one call, each page once, and what they
    /// show once for all pages that show it. The changed pages are written, and one commit ends them. The pages above
    /// them follow in the same way, and then the pages above those. A summary is read where its page does not tell that
    /// it differs: of search, a month tells only that it exists, and a sitemap only when it last changed; and
    /// pages tell from the third time on. The first article of a month has the sitemap's old address follow, too.
    /// </summary>
    [Theory]
    [InlineData(
        0,
        "21 pages: Commit archive 3, Delete content-events 1, Find $web 21, "
        + "Find archive 7, Query archive 26, Write $web 21")]
    [InlineData(
        2,
        "19 pages: Commit archive 3, Delete content-events 1, Find $web 19, "
        + "Find archive 2, Query archive 25, Write $web 19")]
    public async Task The_storage_calls_of_all_refreshes_after_a_publish(int before, string cost)
    {
        await FillAsync(25);
        for (var i = 0; i < before; i++)
        {
            Site.Upload($"artiklar/2026-05-01-nummer-{i}.md", Some.ArticleWith("tags: [hamn, skola]"));
            await Site.SettleAsync();
        }

        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]"));
        var outcome = Assert.Single(Outcomes);

        Assert.Equal(cost, $"{outcome.Followed.Count} pages: {Calls(Trace.Calls.Skip(PublishCalls))}");
        Assert.Empty(Site.Storage.ContentEvents.Messages);
        Assert.Empty(Site.Storage.PageRefreshes.Messages);
    }
}
