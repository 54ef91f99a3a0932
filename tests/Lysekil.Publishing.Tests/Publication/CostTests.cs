using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// What a publish and each refresh cost in storage calls (R5): bounded, and the same in a small and in a large archive.
/// A number here that grows is a bill that grows: change it with a reason.
/// </summary>
public class CostTests
{
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly StorageTrace _trace = new();
    private readonly SimulatedSite _site;

    public CostTests() => _site = new SimulatedSite(_clock, _trace);

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public async Task A_first_publish_costs(int others)
    {
        await FillAsync(others);

        var calls = await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]"));

        // Read: its row, what it owes, who wants its address, who came with its content before; the content is kept. After the
        // commit: the source again, and once for its page and for what its place touches: settings, both neighbours. Neighbours and the lists
        // of the newest are marked in a commit of their own, so that they are woken while that is still owed. Sent: one message for all
        // other pages.
        Assert.Equal(
            "Commit archive 4, Find $web 1, Find archive 4, Find content 1, Open content 1, Query archive 4, "
            + "Send page-refreshes 1, Tag content 1, Write $web 1, Write accepted 1",
            calls);
    }

    /// <summary>
    /// Its row, its file and what it owes; its address and its content; the content is kept; the commit; the page; settings, claims
    /// and its neighbours; the page is written.
    /// </summary>
    [Fact]
    public async Task An_article_is_live_after_seven_round_trips()
    {
        await FillAsync(25);
        var trips = new RoundTrips();
        var engine = new PublishingEngine(_site.Storage.Through(trips), _clock, NullLoggerFactory.Instance, rest: TimeSpan.Zero);
        trips.Run(() => engine.Status.ReadAsync(default)); // A process that is up knows the site.
        _site.Storage.Content.Put("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]"));
        trips.Run(() => engine.PageRefreshes.HandleAsync(new(new PageRefreshMessage(PageKey.Front).Write(), 2), default));
        var before = trips.Made;

        trips.Run(() => engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new("artiklar/2026-05-01-kajen.md")), 1), default));

        var live = trips.Calls.Single(c => c.Call is { Service: "$web", Operation: StorageOperation.Write, Key: "2026/05/kajen/index.html" });
        Assert.Equal(7, live.Trip - before);
        Assert.Equal(10, trips.Made - before); // It is stale no more; others are woken; nothing is owed.
    }

    [Fact]
    public async Task The_same_bytes_again_cost()
    {
        await FillAsync(1);
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]"));
        _clock.Advance(TimeSpan.FromMinutes(1));

        // An upload is a version: it is judged, found to be what is live, and remembered as seen.
        Assert.Equal(
            "Commit archive 2, Find archive 2, Find content 1, Open content 1, Query archive 1, Tag content 1",
            await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]")));
    }

    /// <summary>The first change takes it out of the line of those that may be other files renamed; after that there is none.</summary>
    [Fact]
    public async Task A_change_costs()
    {
        await FillAsync(1);
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]"));
        var costs = new List<string>();
        foreach (var text in new[] { "Ett.", "Två." })
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            costs.Add(await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]", text: text)));
        }

        Assert.StartsWith("Commit archive 4, Find $web 1, Find archive 3, ", costs[0], StringComparison.Ordinal);
        Assert.StartsWith("Commit archive 4, Find $web 1, Find archive 2, ", costs[1], StringComparison.Ordinal);
    }

    /// <summary>Read: the file's row, what it owes, who wants its address, the line, and the row of the file that was renamed.</summary>
    [Fact]
    public async Task A_rename_costs()
    {
        await FillAsync(1);
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        _site.Delete("artiklar/2026-05-01-kajen.md");
        await _site.SettleAsync();

        Assert.StartsWith(
            "Commit archive 4, Find $web 1, Find archive 5, Find content 1, Open content 1, ",
            await PublishAsync("artiklar/2026-05-01-hamnkajen.md", Some.Article("Kajen")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_comes_twice_costs()
    {
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        _trace.Clear();

        await _site.Engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new("artiklar/2026-05-01-kajen.md")), 1), default);

        Assert.Equal("Find archive 3, Open content 1", Calls()); // Its row, the file, and what it owes: once before and once after.
    }

    /// <summary>
    /// Each: stale row, page and (for a period that does not tell it) its summary; the site's files; what it shows; the page; the commit. A
    /// period is followed by the pages above it.
    /// </summary>
    [Theory]
    [InlineData("2026/05/kajen/index.html", "Commit archive 1, Find $web 1, Find archive 1, Query archive 4, Write $web 1")]
    [InlineData("index.html", "Commit archive 1, Find $web 1, Find archive 1, Query archive 2, Write $web 1")]
    [InlineData("rss.xml", "Commit archive 1, Find $web 1, Find archive 1, Query archive 2, Write $web 1")]
    [InlineData("feed.json", "Commit archive 1, Find $web 1, Find archive 1, Query archive 2, Write $web 1")]
    [InlineData("nyhetsarkiv/2026/05/index.html", "Commit archive 3, Find $web 3, Find archive 3, Query archive 6, Write $web 3")]
    [InlineData("sok/2026-05.json", "Commit archive 2, Find $web 2, Find archive 2, Query archive 4, Write $web 2")]
    [InlineData("amnen/hamn/2026/index.html", "Commit archive 3, Find $web 3, Find archive 2, Query archive 6, Write $web 3")]
    [InlineData("amnen/hamn/rss.xml", "Commit archive 1, Find $web 1, Find archive 1, Query archive 2, Write $web 1")]
    [InlineData("sitemap-2026.xml", "Commit archive 2, Find $web 2, Find archive 2, Query archive 4, Write $web 2")]
    [InlineData("sitemap-nyheter.xml", "Commit archive 1, Find $web 1, Find archive 1, Query archive 2, Write $web 1")]
    [InlineData("desk:index.html", "Commit archive 1, Find archive 1, Find desk 1, Query archive 4, Write desk 1")]
    public async Task A_refresh_costs(string page, string cost)
    {
        await FillAsync(25);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]"));
        await _site.Storage.Index.CommitAsync([SiteIndex.MarkStale(PageKey.Parse(page)!)], default);
        if (page == "2026/05/kajen/index.html")
        {
            _site.Storage.Web.Delete(page); // The publish wrote it.
        }

        _trace.Clear();
        await _site.Engine.PageRefreshes.HandleAsync(new(new PageRefreshMessage(PageKey.Parse(page)!).Write(), 1), default);
        Assert.Equal(cost, Calls());

        _trace.Clear();
        await _site.Engine.PageRefreshes.HandleAsync(new(new PageRefreshMessage(PageKey.Parse(page)!).Write(), 1), default);
        Assert.DoesNotContain("Commit", Calls(), StringComparison.Ordinal); // Not stale: looked at, and left alone.
        Assert.DoesNotContain("Query", Calls(), StringComparison.Ordinal);
    }

    /// <summary>
    /// One message, and all that it asks for: what is stale, in one call; each page; what they show, once for all that show it; the
    /// pages that have changed; one commit. So again for the pages above them, and above those. A summary is read where its page does
    /// not tell that it differs: for search, a month says no more than that it is there, a year's sitemap only when it changed last;
    /// and pages tell from the third time on.
    /// </summary>
    [Theory]
    [InlineData(0, "21 pages: Commit archive 3, Find $web 20, Find archive 6, Find desk 1, Query archive 24, Write $web 20")]
    [InlineData(2, "20 pages: Commit archive 3, Find $web 19, Find archive 2, Find desk 1, Query archive 23, Write $web 19")]
    public async Task All_that_follows_a_publish_costs(int before, string cost)
    {
        await FillAsync(25);
        for (var i = 0; i < before; i++)
        {
            _site.Upload($"artiklar/2026-05-01-nummer-{i}.md", Some.ArticleWith("tags: [hamn, skola]"));
            await _site.SettleAsync();
        }

        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]"));
        var message = Assert.Single(_site.Storage.PageRefreshes.Messages);
        _trace.Clear();

        var outcomes = await _site.Engine.PageRefreshes.HandleAsync(new(message.Text, 1), default);

        Assert.Equal(cost, $"{outcomes.Count} pages: {Calls()}");
    }

    /// <summary>
    /// Twenty-five articles are newer, ten of them of its topics: it is in no list of the newest, which takes one look, and one for each
    /// topic, to know.
    /// </summary>
    [Fact]
    public async Task A_change_of_an_old_article_costs()
    {
        await FillAsync(25);
        var first = await PublishAsync("artiklar/2009-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]"));
        await _site.SettleAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));

        var change = await PublishAsync("artiklar/2009-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]", text: "Två."));

        Assert.StartsWith("Commit archive 4, Find $web 1, Find archive 4, Find content 1, Open content 1, Query archive 6, ", first, StringComparison.Ordinal);
        Assert.StartsWith("Commit archive 3, Find $web 1, Find archive 3, Find content 1, Open content 1, Query archive 6, ", change, StringComparison.Ordinal);
        Assert.Equal(
            "sitemap-2009.xml, nyhetsarkiv/2009/05/index.html, amnen/hamn/2009/index.html, amnen/skola/2009/index.html, sok/2009-05.json, desk:index.html",
            string.Join(", ", PageRefreshMessage.Read(Assert.Single(_site.Storage.PageRefreshes.Messages).Text)!.Pages));
    }

    private async Task FillAsync(int articles)
    {
        await _site.Engine.Rebuilder.StartAsync(default);
        for (var i = 0; i < articles; i++)
        {
            _site.Upload($"artiklar/20{10 + (i % 16)}-05-{1 + (i % 28):00}-nr-{i}.md", Some.ArticleWith("tags: [hamn, skola]", $"Nummer {i}"));
        }

        await _site.SettleAsync();
    }

    private async Task<string> PublishAsync(string path, string text)
    {
        _site.Storage.Content.Put(path, text);
        _trace.Clear();
        await _site.Engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default);
        return Calls();
    }

    private string Calls() => string.Join(
        ", ",
        _trace.Calls.GroupBy(c => $"{c.Operation} {c.Service}").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"));
}
