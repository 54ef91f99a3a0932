using Lysekil.Publishing.Index;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// A text with <c>expires</c> leaves lists, feeds, sitemaps and search at its time, and its page stays.
/// </summary>
public class ExpiryTests
{
    private const string Path = "artiklar/2026-05-01-erbjudandet.md";
    private const string Page = "2026/05/erbjudandet/index.html";
    private const string Url = "/2026/05/erbjudandet/";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public ExpiryTests() => _site = new SimulatedSite(_clock);

    private IEnumerable<string> PagesThatShowIt => _site.Pages
        .Where(p => p.Key != Page && p.Value.Contains(Url, StringComparison.Ordinal)).Select(p => p.Key).Order();

    [Fact]
    public async Task Lists_feeds_sitemaps_and_search_have_it_until_its_time_and_its_page_says_so_after_it()
    {
        await UploadAsync("artiklar/2026-04-30-kajen.md", Some.ArticleWith("tags: [Skola]", "Kajen"));
        await UploadAsync("artiklar/2026-05-02-bron.md", Some.ArticleWith("tags: [Hamnen]", "Bron"));
        await UploadAsync(Path, Expiring("2026-05-04 12:00"));
        var live = _site.Pages[Page];

        Assert.Superset(
            new HashSet<string>
            {
                "index.html", "rss.xml", "atom.xml", "feed.json", "nyhetsarkiv/2026/05/index.html",
                "amnen/skola/index.html", "amnen/skola/2026/index.html", "amnen/skola/rss.xml", "sitemap-2026-05.xml",
                "sitemap-nyheter.xml", "sok/2026-05.json", "2026/04/kajen/index.html", "2026/05/bron/index.html",
            },
            PagesThatShowIt.ToHashSet());
        Assert.DoesNotContain("gick ut", live, StringComparison.Ordinal);

        await GoToAsync(12, 0);

        Assert.Empty(PagesThatShowIt);
        Assert.Contains("Den gick ut 4 maj 2026.", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", _site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("Uppdaterad", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Equal("published", _site.Storage.Content.Blobs[Path].Tags["state"]);
        Assert.Contains("/2026/05/bron/", _site.Pages["2026/04/kajen/index.html"], StringComparison.Ordinal);
        Assert.Contains("/2026/04/kajen/", _site.Pages["2026/05/bron/index.html"], StringComparison.Ordinal);
    }

    /// <summary>R6: The alarm is a message, and may be lost; the schedule finds the text within a minute.</summary>
    [Fact]
    public async Task It_expires_without_its_alarm()
    {
        await UploadAsync(Path, Expiring("2026-05-04 12:00"));
        Assert.NotNull(_site.Storage.ContentEvents.TryReceive(TimeSpan.FromDays(1000), isImpatient: true));
        _clock.Advance(TimeSpan.FromHours(3));
        await _site.SettleAsync();
        Assert.NotEmpty(PagesThatShowIt);

        await _site.PublishDueAsync();

        Assert.Empty(PagesThatShowIt);
        Assert.Contains("gick ut", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_alarm_alone_suffices()
    {
        await UploadAsync(Path, Expiring("2026-05-04 12:00"));
        _clock.Advance(TimeSpan.FromHours(2));

        await _site.SettleAsync();

        Assert.Empty(PagesThatShowIt);
    }

    [Theory]
    [InlineData("2026-05-04", 23, 59, true)]
    [InlineData("2026-05-04 23:59:00", 23, 59, false)]
    [InlineData("2026-05-04T12:00:00Z", 13, 59, true)]
    [InlineData("2026-05-04T12:00:00Z", 14, 0, false)]
    public async Task A_day_without_a_time_counts_to_its_end(string expires, int hour, int minute, bool isListed)
    {
        await UploadAsync(Path, Expiring(expires));

        await GoToAsync(hour, minute);

        Assert.Equal(isListed, PagesThatShowIt.Any());
    }

    [Fact]
    public async Task A_scheduled_article_goes_live_and_expires()
    {
        await UploadAsync(Path, Expiring("2026-05-04 12:00", "date: 2026-05-04 11:00\n"));
        Assert.DoesNotContain(Page, _site.Pages.Keys);

        await GoToAsync(11, 0);
        Assert.Contains("index.html", PagesThatShowIt);
        Assert.Equal([Path], (await StatusAsync()).Expiring.Select(e => e.Path.Value));
        Assert.Empty((await StatusAsync()).Scheduled);

        await GoToAsync(12, 0);
        Assert.Empty(PagesThatShowIt);
        Assert.Empty((await StatusAsync()).Expiring);
    }

    [Fact]
    public async Task The_last_good_version_expires_although_the_newest_is_refused()
    {
        await UploadAsync(Path, Expiring("2026-05-04 12:00"));
        await UploadAsync(Path, "---\ndate: i går\n---\n# Trasig\n");
        Assert.NotEmpty(PagesThatShowIt);

        await GoToAsync(12, 0);

        Assert.Empty(PagesThatShowIt);
        Assert.Contains("gick ut", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Equal("refused", _site.Storage.Content.Blobs[Path].Tags["state"]);
    }

    [Theory]
    [InlineData("expires: 2026-05-06\n")]
    [InlineData("expires: never\n")]
    [InlineData("expires:\n")]
    [InlineData("")]
    public async Task A_later_end_or_none_brings_it_back(string settings)
    {
        await UploadAsync(Path, Expiring("2026-05-04 12:00"));
        var before = PagesThatShowIt.ToList();
        await GoToAsync(12, 0);

        await UploadAsync(Path, Some.ArticleWith($"{settings}tags: [Skola]"));

        Assert.Equal(before, PagesThatShowIt);
        Assert.Empty(_site.Outcomes[^1].Diagnostics);
    }

    [Fact]
    public async Task An_alarm_of_a_time_that_was_put_off_ends_nothing()
    {
        await UploadAsync(Path, Expiring("2026-05-04 12:00"));
        await UploadAsync(Path, Expiring("2026-05-04 18:00"));

        await GoToAsync(12, 0);
        Assert.NotEmpty(PagesThatShowIt);

        await GoToAsync(18, 0);
        Assert.Empty(PagesThatShowIt);
    }

    /// <summary>A clock that is behind the one by which a text expired lists it no more either.</summary>
    [Fact]
    public async Task What_has_expired_stays_so()
    {
        await UploadAsync(Path, Expiring("2026-05-04 12:00"));
        await GoToAsync(12, 0);
        var record = (await new SiteIndex(_site.Storage.Index).FindSourceAsync(new(Path), default))!.Value;
        var behind = new SimulatedSite(Some.Clock());
        behind.Storage.CopyFrom(_site.Storage);

        behind.Announce(Path);
        await behind.SettleAsync();
        behind.Upload(Path, Expiring("2026-05-04 12:00", text: "Ny text."));
        await behind.SettleAsync();

        Assert.NotNull(record.Live!.Expired);
        Assert.DoesNotContain(Url, behind.Pages["index.html"], StringComparison.Ordinal);
        Assert.Contains("Ny text.", behind.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standing_page_leaves_the_sitemap_and_search()
    {
        await UploadAsync("sidor/sommar.md", "---\nexpires: 2026-05-04 12:00\n---\n# Sommar\n\nÖppet i sommar.\n");
        Assert.Contains("/sommar/", _site.Pages["sitemap-sidor.xml"], StringComparison.Ordinal);

        await GoToAsync(12, 0);

        Assert.DoesNotContain(_site.Pages, p =>
            p.Key != "sommar/index.html" && p.Value.Contains("/sommar/", StringComparison.Ordinal));
        Assert.Contains("Sidan är inte längre aktuell", _site.Pages["sommar/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_previewed_as_readers_see_it_now()
    {
        foreach (var (end, isNoted) in new[] { ("2026-05-04 12:00", false), ("2026-05-03", true) })
        {
            var preview = await _site.Engine.Preview.RenderAsync(
                new(Path), System.Text.Encoding.UTF8.GetBytes(Expiring(end)), default);

            var html = System.Text.Encoding.UTF8.GetString(preview.Page!.Html.Span);
            Assert.Equal(isNoted, html.Contains("gick ut", StringComparison.Ordinal));
        }
    }

    private static string Expiring(string end, string settings = "", string text = "Ett stycke om saken.") =>
        Some.ArticleWith($"{settings}expires: {end}\ntags: [Skola]", text: text);

    private Task UploadAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }

    private Task GoToAsync(int hour, int minute)
    {
        _clock.SetUtcNow(new DateTimeOffset(2026, 5, 4, hour, minute, 0, TimeSpan.FromHours(2)));
        return _site.PublishDueAsync();
    }

    private Task<Lysekil.Publishing.Engine.StatusReport> StatusAsync() => _site.Engine.Status.ReadAsync(default);
}
