using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Tests.Repair.Reconciliation;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Rebuilding;

public class RebuilderTests
{
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public RebuilderTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task Changed_settings_change_every_page()
    {
        await FillAsync();

        await PublishAsync("site.yaml", "title: Lysekils nyheter\nbaseUrl: https://www.exempel.se\n");

        Assert.All(HtmlPages(), p => Assert.Contains("Lysekils nyheter", p.Value, StringComparison.Ordinal));
        Assert.All(_site.Pages.Where(p => p.Key.EndsWith(".xml", StringComparison.Ordinal) || p.Key == "robots.txt"),
            p => Assert.Contains("https://www.exempel.se/", p.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_template_of_the_site_changes_every_page_and_its_removal_restores_them()
    {
        await FillAsync();
        var before = _site.Pages;

        await PublishAsync("tema/not-found.liquid", "<h1>Borta</h1>");
        Assert.Contains("<h1>Borta</h1>", _site.Pages["404.html"], StringComparison.Ordinal);
        _site.Delete("tema/not-found.liquid");
        await _site.SettleAsync();

        Assert.Equal(before, _site.Pages);
    }

    [Fact]
    public async Task A_changed_style_sheet_has_a_new_name_on_every_page()
    {
        await FillAsync();
        await PublishAsync("tema/stil.css", "body{color:red}");

        var name = Assert.Single(_site.Pages, p => p.Value == "body{color:red}").Key;
        Assert.All(HtmlPages(), p => Assert.Contains($"href=\"/{name}\"", p.Value, StringComparison.Ordinal));
    }

    /// <summary>
    /// A year's page kept its old title: when the rebuild passed it, its only article was being replaced.
    /// </summary>
    [Fact]
    public async Task A_rebuild_reaches_pages_whose_only_article_is_being_replaced()
    {
        const string Path = "artiklar/2023-05-01-kajen.md";
        _site.Upload(Path, Some.ArticleWith("tags: [hamn]"));
        await _site.SettleAsync();

        _site.Storage.Content.Delete(Path);
        await _site.PublishOnlyAsync(Path);
        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.Engine.Rebuilder.FinishAsync(default);

        Assert.All(
            [
                "nyhetsarkiv/2023/index.html", "nyhetsarkiv/2023/05/index.html", "amnen/hamn/index.html",
                "amnen/hamn/2023/index.html", "amnen/hamn/rss.xml",
            ],
            page => Assert.Contains(_site.Storage.Index.Rows, r => r.Key == IndexKeys.Stale(PageKey.Parse(page)!)));
    }

    [Fact]
    public async Task A_rebuild_without_changes_writes_no_page()
    {
        await FillAsync();
        var etags = _site.Pages.Keys.ToDictionary(p => p, _site.ETagOf);

        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();

        Assert.Equal(etags, _site.Pages.Keys.ToDictionary(p => p, _site.ETagOf));
    }

    [Fact]
    public async Task A_rebuild_restores_every_page_of_a_site_whose_pages_are_lost()
    {
        await FillAsync();
        var before = _site.Pages;
        foreach (var page in before.Keys)
        {
            _site.Storage.Web.Delete(page);
        }

        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();

        Assert.Equal(before, _site.Pages);
        Assert.False((await _site.Engine.Status.ReadAsync(default)).IsRebuilding);
    }

    [Fact]
    public async Task A_rebuild_waits_while_many_pages_are_stale_and_publishing_goes_on()
    {
        await FillAsync();
        await _site.Engine.Rebuilder.StartAsync(default);
        await MarkAsync(RebuildThrottle.ManyPages);

        var waiting = await NextSliceAsync();
        Assert.Equal("""{"rebuild":true,"waits":1}""", waiting.Text);
        Assert.Equal(Some.Now + RebuildThrottle.Delay, waiting.ShowsAt);
        Assert.Equal(0, (await _site.Engine.Status.ReadAsync(default)).Rebuild!.Articles);

        await PublishAsync("artiklar/2026-05-02-mitt-i.md", Some.Article("Mitt i"));

        Assert.Contains("2026/05/mitt-i/index.html", _site.Pages.Keys);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    [Fact]
    public async Task A_rebuild_continues_after_a_bounded_wait_for_pages_that_cannot_be_rendered()
    {
        await FillAsync();
        await _site.Engine.Rebuilder.StartAsync(default);
        await MarkAsync(RebuildThrottle.ManyPages);

        await _site.Engine.Rebuilder.ContinueAsync(RebuildThrottle.MostWaits, default);

        Assert.Equal(PageRefreshMessage.Rebuild.Write(), _site.Storage.PageRefreshes.Messages[^1].Text);
        Assert.Contains(
            _site.Storage.Index.Rows,
            r => r.Key == IndexKeys.Rebuild && r.Columns["after"] == IndexKeys.Redirects);
    }

    [Fact]
    public async Task The_status_shows_the_progress_of_a_rebuild()
    {
        await FillAsync();
        await _site.Engine.Rebuilder.StartAsync(default);

        var progress = new List<string>();
        while ((await _site.Engine.Status.ReadAsync(default)).Rebuild is { } rebuild)
        {
            progress.Add($"{rebuild.Articles} of {rebuild.Of} {rebuild.Month}");
            await _site.Engine.Rebuilder.ContinueAsync(RebuildThrottle.MostWaits, default);
        }

        Assert.Equal("0 of 71 ", progress[0]);
        Assert.StartsWith("71 of 71 2026-05", progress[^1], StringComparison.Ordinal);
        Assert.InRange(progress.Distinct().Count(), 3, 10);
    }

    [Fact]
    public async Task A_sweep_that_crashes_after_each_slice_is_continued()
    {
        await FillAsync();
        await CompareSourcesAsync();
        for (var i = 0; i < 250; i++)
        {
            _site.Storage.Web.Put($"skrap/{i}.html", "skräp");
        }

        var standing = _site.Pages.Count;
        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        var items = new Listings(_site.Storage.Site.Web);
        var dying = new PublishingEngine(_site.Storage.Site with { Web = items }, _clock, NullLoggerFactory.Instance);
        var tries = 0;
        do
        {
            items.Left = 1;
            tries++;
        }
        while (await Record.ExceptionAsync(() => dying.Rebuilder.FinishAsync(default)) is IOException);

        Assert.Equal(((standing - 1) / 100) + 1, tries);
        Assert.Equal(tries, items.Made);
        await _site.SettleAsync();
        var status = await _site.Engine.Status.ReadAsync(default);
        Assert.True(status.IsSettled);
        Assert.Equal(standing, status.LastSweep!.Pages);
        Assert.DoesNotContain(_site.Pages.Keys, p => p.StartsWith("skrap/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sweep_is_restarted_only_if_it_makes_no_progress()
    {
        await FillAsync();
        await CompareSourcesAsync();
        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        while ((await _site.Engine.Status.ReadAsync(default)).Swept == 0)
        {
            await _site.Engine.Rebuilder.ContinueAsync(RebuildThrottle.MostWaits, default);
        }

        Assert.Equal(100, (await _site.Engine.Status.ReadAsync(default)).Swept);

        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        Assert.Equal(100, (await _site.Engine.Status.ReadAsync(default)).Swept);

        _clock.Advance(TimeSpan.FromHours(1));
        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        Assert.Equal(0, (await _site.Engine.Status.ReadAsync(default)).Swept);
    }

    [Fact]
    public async Task A_sweep_names_the_pages_that_had_drifted_until_the_next_sweep()
    {
        await FillAsync();
        _site.Storage.Web.Put("index.html", "en annans text");
        _site.Storage.Web.Delete("rss.xml");
        _site.Storage.Web.Put("skräp.html", "skräp");
        _site.Storage.Web.Put("stil.0123456789abcdef.css", "ett tidigare tema");

        await SweepAsync();
        Assert.Equal(["index.html", "rss.xml", "skräp.html"], await DriftedAsync());

        _clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        Assert.Empty(await DriftedAsync());

        _clock.Advance(TimeSpan.FromDays(1));
        _site.Storage.Web.Delete("atom.xml");
        await SweepAsync();
        Assert.Equal(["atom.xml"], await DriftedAsync());
    }

    [Fact]
    public async Task A_page_that_a_publish_or_a_new_theme_changes_has_not_drifted()
    {
        await FillAsync();
        await CompareSourcesAsync();
        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        await _site.Engine.Rebuilder.FinishAsync(default);
        _site.Upload("artiklar/2026-05-20-ny.md", Some.Article("Ny"));
        _site.Upload("site.yaml", "title: En annan");
        await _site.SettleAsync();

        Assert.Contains("En annan", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.Empty(await DriftedAsync());
    }

    /// <summary>Only then does a sweep start.</summary>
    private async Task CompareSourcesAsync()
    {
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();
    }

    private async Task SweepAsync()
    {
        await CompareSourcesAsync();
        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        await _site.SettleAsync();
    }

    private async Task<IEnumerable<string>> DriftedAsync() =>
        (await _site.Engine.Status.ReadAsync(default)).DriftedPages.Select(p => p.Value);

    /// <summary>Handles the slice in the queue, and returns the message that it sends.</summary>
    private async Task<SimulatedMessage> NextSliceAsync()
    {
        var slice = _site.Storage.PageRefreshes.TryReceive(TimeSpan.FromMinutes(1))!;
        await _site.Engine.PageRefreshes.HandleAsync(new(slice.Text, 1), default);
        _site.Storage.PageRefreshes.Delete(slice);
        return _site.Storage.PageRefreshes.Messages[^1];
    }

    /// <summary>Marks this number of pages stale, and sends their messages.</summary>
    private async Task MarkAsync(int count)
    {
        var pages = Enumerable.Range(0, count).Select(i => PageKey.Parse($"gammalt/{i}.html")!).ToList();
        foreach (var some in pages.Chunk(ITable.MostChanges))
        {
            await _site.Storage.Index.CommitAsync([.. some.Select(SiteIndex.MarkStale)], default);
        }

        await new MessageSender(_site.Storage.Site).RefreshAsync(pages, default);
    }

    /// <summary>
    /// Publishes more articles than a slice holds, with topics, an alias, a standing page and a picture.
    /// </summary>
    private async Task FillAsync()
    {
        await _site.Engine.Rebuilder.StartAsync(default);
        for (var i = 0; i < 70; i++)
        {
            _site.Upload(
                $"artiklar/{2010 + (i % 3)}-{1 + (i % 12):00}-05-nr-{i}.md",
                Some.ArticleWith($"tags: [ämne {i % 7}]", $"Nummer {i}"));
        }

        _site.Upload("artiklar/2026-05-01-kajen.md", Some.ArticleWith("aliases: [/gammal/]"));
        _site.Upload("sidor/om.md", Some.Article("Om oss"));
        _site.Upload("bilder/x.png", SamplePicture.Png());
        await _site.SettleAsync();
    }

    private IEnumerable<KeyValuePair<string, string>> HtmlPages() =>
        _site.Pages.Where(p => p.Key.EndsWith(".html", StringComparison.Ordinal));

    private Task PublishAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
