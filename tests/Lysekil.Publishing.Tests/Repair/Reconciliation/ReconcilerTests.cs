using Lysekil.Publishing.Rendering.Search;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Repair.Reconciliation;

public class ReconcilerTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public ReconcilerTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task Sources_without_an_event_are_found()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        await PublishAsync("artiklar/2026-05-02-borta.md", Some.Article("Borta"));
        _site.Storage.Content.Put(Path, Some.Article("Bryggan"));
        _site.Storage.Content.Put("artiklar/2026-05-03-ny.md", Some.Article("Ny"));
        _site.Storage.Content.Delete("artiklar/2026-05-02-borta.md");

        var report = await ReconcileAsync();

        Assert.Equal(
            [Path, "artiklar/2026-05-02-borta.md", "artiklar/2026-05-03-ny.md"],
            report.Sources.Names.Order(StringComparer.Ordinal));
        Assert.Contains("<h1>Bryggan</h1>", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("2026/05/ny/index.html", _site.Pages.Keys);
        Assert.DoesNotContain("2026/05/borta/index.html", _site.Pages.Keys);
        Assert.Equal(0, (await ReconcileAsync()).Sources.Count);
    }

    /// <summary>
    /// Seed 425777974: a publisher was so slow that another took its message and published a newer version. The slow
    /// publisher then wrote the tags of the old version, and failed.
    /// </summary>
    [Fact]
    public async Task Index_tags_of_an_old_state_are_written_again()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        await ReconcileAsync();
        var tags = _site.Storage.Content.Blobs[Path].Tags;
        await _site.Storage.Content.TagAsync(Path, new Dictionary<string, string> { ["state"] = "draft" }, default);

        var report = await ReconcileAsync();

        Assert.Equal([Path], report.Sources.Names);
        Assert.Equivalent(tags, _site.Storage.Content.Blobs[Path].Tags, strict: true);
        Assert.Equal(0, (await ReconcileAsync()).Sources.Count);
    }

    [Fact]
    public async Task Lost_messages_delay_work_but_lose_none()
    {
        _site.Upload(Path, Some.Article("Kajen"));
        await _site.PublishOnlyAsync(Path);
        _site.Storage.PageRefreshes.Lose();
        _site.Storage.ContentEvents.Lose();
        Assert.Empty(_site.Pages);
        _clock.Advance(TimeSpan.FromMinutes(10));

        var report = await ReconcileAsync();

        Assert.True(report.StalePages > 5);
        Assert.Contains("<h1>Kajen</h1>", _site.Pages[Page], StringComparison.Ordinal);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    [Fact]
    public async Task A_new_site_gets_the_pages_that_no_source_asks_for()
    {
        await ReconcileAsync();

        Assert.Equal(
            [
                "404.html", "amnen/index.html", "apple-touch-icon.png", "atom.xml", "favicon.ico", "feed.json",
                "index.html", "manifest.webmanifest", "nyhetsarkiv/index.html", "robots.txt", "rss.xml",
                "sitemap.xml", "sok/index.html",
            ],
            _site.Pages.Keys.Where(
                p => !p.StartsWith("stil.", StringComparison.Ordinal)
                    && p != SearchScript.Page.Value && p != SearchScript.Words.Value));
    }

    [Fact]
    public async Task Damaged_and_lost_pages_are_restored_and_stray_ones_deleted()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        await ReconcileAsync();
        var before = _site.Pages;
        _site.Storage.Web.Delete(Page);
        _site.Storage.Web.Put("index.html", "trasig");
        _site.Storage.Web.Put("2020/01/skrap/index.html", "skräp");
        _site.Storage.Web.Put("nyhetsarkiv/2020/index.html", "skräp");

        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        await _site.SettleAsync();

        Assert.Equal(before, _site.Pages);
    }

    /// <summary>
    /// The names are those of sitemaps, shards and listings of periods without articles, above all at the ends of the
    /// calendar: the queries for sitemap-9999.xml left the calendar, and the page's message was poisoned.
    /// </summary>
    [Theory]
    [InlineData("sitemap-9999.xml")]
    [InlineData("sitemap-0000.xml")]
    [InlineData("sitemap-0001.xml")]
    [InlineData("sitemap-99999.xml")]
    [InlineData("sitemap-9999-12.xml")]
    [InlineData("sitemap-0001-01.xml")]
    [InlineData("sitemap-2025-13.xml")]
    [InlineData("sitemap-²025.xml")]
    [InlineData("nyhetsarkiv/9999/index.html")]
    [InlineData("nyhetsarkiv/0000/index.html")]
    [InlineData("nyhetsarkiv/0001/index.html")]
    [InlineData("nyhetsarkiv/9999/12/index.html")]
    [InlineData("nyhetsarkiv/0001/01/index.html")]
    [InlineData("nyhetsarkiv/0000/01/index.html")]
    [InlineData("nyhetsarkiv/2019/13/index.html")]
    [InlineData("nyhetsarkiv/2019/00/index.html")]
    [InlineData("nyhetsarkiv/2019/99/index.html")]
    [InlineData("amnen/skola/9999/index.html")]
    [InlineData("amnen/skola/0001/index.html")]
    [InlineData("amnen/skola/0000/index.html")]
    [InlineData("sok/9999-12.json")]
    [InlineData("sok/0001-01.json")]
    [InlineData("sok/2019-13.json")]
    [InlineData("sok/0000-00.json")]
    [InlineData("9999/12/skrap/index.html")]
    [InlineData("0000/00/skrap/index.html")]
    [InlineData("bilder/x.png.0123abcd.0.webp")]
    [InlineData("bilder/x.png.0123abcd.9999.webp")]
    [InlineData("bilder/.0123abcd.480.webp")]
    public async Task A_stray_page_of_an_impossible_date_is_deleted_like_any_other(string stray)
    {
        foreach (var zone in new[] { "Europe/Stockholm", "America/New_York", "Pacific/Kiritimati" })
        {
            await PublishAsync("site.yaml", $"timeZone: {zone}\n");
            await ReconcileAsync();
            var before = _site.Pages;
            _site.Storage.Web.Put(stray, "skräp");

            await _site.Engine.Reconciler.ReconcilePagesAsync(default);
            await _site.SettleAsync();

            Assert.Equal(before, _site.Pages);
            Assert.Empty((await _site.Engine.Status.ReadAsync(default)).Failures);
        }
    }

    [Fact]
    public async Task A_page_in_step_with_the_index_is_not_written()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        await ReconcileAsync();
        var etags = _site.Pages.Keys.ToDictionary(p => p, _site.ETagOf);

        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        await _site.SettleAsync();

        Assert.Equal(etags, _site.Pages.Keys.ToDictionary(p => p, _site.ETagOf));
    }

    [Fact]
    public async Task After_a_change_of_the_time_zone_every_date_is_read_again()
    {
        await PublishAsync("artiklar/kajen.md", Some.ArticleWith("date: 2026-05-01T02:00:00+02:00"));
        await PublishAsync("site.yaml", "timeZone: America/New_York\n");

        await ReconcileAsync();

        Assert.Contains("2026/04/kajen/index.html", _site.Pages.Keys);
        Assert.Contains("<article", _site.Pages["2026/04/kajen/index.html"], StringComparison.Ordinal);
        Assert.Equal(0, (await ReconcileAsync()).Sources.Count);
    }

    [Theory]
    [InlineData("artiklar/a\\b.md", "artiklar/a\\b.md", "ett omvänt snedstreck (\\)")]
    [InlineData("artiklar/a\u0001b.md", "artiklar/a<U+0001>b.md", "ett osynligt tecken; det visas här som <U+0001>")]
    [InlineData("artiklar/a\nb.md", "artiklar/a<U+000A>b.md", "ett osynligt tecken; det visas här som <U+000A>")]
    [InlineData("artiklar/a\uFFFFb.md", "artiklar/a<U+FFFF>b.md", "ett osynligt tecken; det visas här som <U+FFFF>")]
    [InlineData("artiklar/a\uFFFDb.md", "artiklar/a\uFFFDb.md", "går att läsa; de visas här som \uFFFD")]
    [InlineData("bilder/a\\b\u0002.png", "bilder/a\\b<U+0002>.png", "ett osynligt tecken; det visas här som <U+0002>")]
    public async Task A_name_that_no_file_can_have_is_refused_and_stops_no_round(
        string name, string shown, string message)
    {
        _site.Storage.Content.Put(name, Some.Article("Rubrik"));
        _site.Storage.Content.Put(Path, Some.Article("Kajen"));

        var report = await ReconcileAsync();

        Assert.True(report.IsWhole);
        Assert.Contains(shown, report.Sources.Names);
        Assert.Contains(Page, _site.Pages.Keys);
        var tags = _site.Storage.Content.Blobs[name].Tags;
        Assert.Equal(("refused", "name"), (tags["state"], tags["reason"]));
        var told = _site.Told;
        Assert.Contains(shown, told, StringComparison.Ordinal);
        Assert.Contains(message, told, StringComparison.Ordinal);
        Assert.DoesNotContain(told, c => char.IsControl(c) && c is not '\n');
        Assert.Equal(0, (await ReconcileAsync()).Sources.Count);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);

        _site.Storage.Content.Delete(name);
        await ReconcileAsync();
        Assert.DoesNotContain("b.md", _site.Told, StringComparison.Ordinal);
    }

    private async Task<ReconcileReport> ReconcileAsync()
    {
        var report = await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();
        return report;
    }

    private Task PublishAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
