using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>Texts and the pages to which they link come and go in any order.</summary>
public class PageLinkTests
{
    private const string Text = "artiklar/2026-05-02-remissen.md";
    private const string Target = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/remissen/index.html";
    private const string Told = $"{Text}:3 missing-page";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public PageLinkTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task A_link_to_a_page_that_is_there_is_no_matter()
    {
        await UploadAsync(Target, Some.Article("Kajen"));
        await UploadAsync(Text, Linking("/2026/05/kajen/"));

        Assert.Empty(await WarningsAsync());
    }

    [Fact]
    public async Task A_link_to_a_page_that_is_not_there_is_told_at_its_line_until_the_page_comes()
    {
        await UploadAsync(Text, Linking("/2026/05/kajen/"));
        Assert.Equal([Told], await WarningsAsync());
        Assert.Contains("ingen sida på webbplatsen har den adressen", _site.Told, StringComparison.Ordinal);
        Assert.Contains("href=\"/2026/05/kajen/\"", _site.Pages[Page], StringComparison.Ordinal);

        await UploadAsync(Target, Some.Article("Kajen"));

        Assert.Empty(await WarningsAsync());
        Assert.DoesNotContain("den adressen", _site.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("Uppdaterad", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_told_when_its_page_goes_and_no_longer_when_it_comes_back()
    {
        await UploadAsync(Target, Some.Article("Kajen"));
        await UploadAsync(Text, Linking("/2026/05/kajen/"));

        await DeleteAsync(Target);
        Assert.Equal([Told], await WarningsAsync());
        Assert.Contains("ingen sida på webbplatsen har den adressen", _site.Told, StringComparison.Ordinal);

        await UploadAsync(Target, Some.Article("Kajen"));
        Assert.Empty(await WarningsAsync());
    }

    [Theory]
    [InlineData("draft: true", Told)]
    [InlineData("date: 2026-05-01\nslug: bryggan", null)]
    [InlineData("date: 2027-05-01", Told)]
    public async Task A_page_that_becomes_something_else_is_a_page_as_long_as_its_address_leads_somewhere(
        string settings, string? told)
    {
        await UploadAsync(Target, Some.Article("Kajen"));
        await UploadAsync(Text, Linking("/2026/05/kajen/"));

        await UploadAsync(Target, Some.ArticleWith(settings));

        Assert.Equal(told is null ? [] : [told], await WarningsAsync());
    }

    [Fact]
    public async Task A_renamed_page_is_there_until_its_new_file_goes_too()
    {
        await UploadAsync(Target, Some.Article("Kajen"));
        await UploadAsync(Text, Linking("/2026/05/kajen/"));
        _site.Delete(Target);
        await UploadAsync("artiklar/2026-05-01-hamnkajen.md", Some.Article("Kajen"));
        Assert.Empty(await WarningsAsync());

        await DeleteAsync("artiklar/2026-05-01-hamnkajen.md");
        Assert.Equal([Told], await WarningsAsync());
    }

    [Fact]
    public async Task A_page_that_comes_at_its_date_is_there_from_then_on()
    {
        await UploadAsync(Target, Some.ArticleWith("date: 2026-05-04 11:00\nslug: kajen"));
        await UploadAsync(Text, Linking("/2026/05/kajen/"));
        Assert.Equal([$"{Text}:3 scheduled-page"], await WarningsAsync());

        _clock.Advance(TimeSpan.FromHours(2));
        await _site.Engine.Schedule.PublishDueAsync(default);
        await _site.SettleAsync();
        Assert.Empty(await WarningsAsync());
    }

    [Fact]
    public async Task An_alias_is_a_page_while_a_text_has_it()
    {
        await UploadAsync(Text, Linking("/nyheter/kajen"));
        Assert.Equal([Told], await WarningsAsync());

        await UploadAsync(Target, Some.ArticleWith("aliases: [/nyheter/kajen/]"));
        Assert.Empty(await WarningsAsync());

        await UploadAsync(Target, Some.Article("Kajen"));
        Assert.Equal([Told], await WarningsAsync());
    }

    /// <summary>What the text has of an address itself is not in the index yet when its links are read.</summary>
    [Fact]
    public async Task A_text_knows_its_own_older_addresses()
    {
        await UploadAsync(Text, "---\naliases: [/gammal/]\n---\n# Remissen\n\n[Här](/gammal/).\n");
        Assert.Empty(await WarningsAsync());

        await UploadAsync(Text, "# Remissen\n\n[Här](/gammal/).\n");
        Assert.Equal([Told], await WarningsAsync());

        await UploadAsync(Text, "---\nslug: planen\n---\n# Remissen\n\n[Här](/2026/05/remissen/).\n");
        Assert.Empty(await WarningsAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nyhetsarkiv/2026/")]
    [InlineData("/nyhetsarkiv/2026/05/")]
    [InlineData("/amnen/skola/")]
    [InlineData("/sok/?q=kajen")]
    [InlineData("/rss.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/bilder/")]
    [InlineData("/2026/05/remissen/")]
    [InlineData("mailto:red@example.com")]
    [InlineData("https://example.com/finns/inte/")]
    public async Task Pages_of_the_site_itself_and_other_sites_are_not_asked_for(string url)
    {
        await UploadAsync(Text, Linking(url));

        Assert.Empty(await WarningsAsync());
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("link:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/om")]
    [InlineData("/om/index.html")]
    [InlineData("/om/?fran=nyhetsbrev")]
    [InlineData("/sidor/om.md")]
    [InlineData("../sidor/om.md")]
    public async Task Each_way_to_write_an_address_is_understood(string url)
    {
        await UploadAsync(Text, Linking(url));
        Assert.Equal([Told], await WarningsAsync());

        await UploadAsync("sidor/om.md", "# Om oss\n\nText.\n");
        Assert.Empty(await WarningsAsync());
    }

    [Fact]
    public async Task Links_in_HTML_are_checked_too()
    {
        await UploadAsync(
            Text, "# Remissen\n\n[Här](/2026/05/kajen/).\n\n<p>Och\n<a href=\"/2026/05/bryggan/\">där</a>.</p>\n");

        Assert.Equal([Told, $"{Text}:6 missing-page"], await WarningsAsync());
    }

    [Fact]
    public async Task The_editor_is_told_of_five_links_at_once()
    {
        await UploadAsync(
            Text, "# Remissen\n\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"[Här](/2026/05/nr-{i}/).\n")));

        Assert.Equal(Enumerable.Range(3, 5).Select(line => $"{Text}:{line} missing-page"), await WarningsAsync());
    }

    [Fact]
    public async Task A_version_that_is_refused_is_told_of_what_refuses_it_alone()
    {
        await UploadAsync(Text, Linking("/2026/05/kajen/"));
        await UploadAsync(Text, "---\ntitle: Trasig\n");
        Assert.Equal([$"{Text}:1 front-matter"], await WarningsAsync());

        await UploadAsync(Text, Linking("/2026/05/kajen/"));
        Assert.Equal([Told], await WarningsAsync());
    }

    [Fact]
    public async Task All_texts_that_link_to_a_page_are_told_of_it()
    {
        for (var i = 0; i < 120; i++)
        {
            _site.Upload($"artiklar/2026-05-01-nr-{i}.md", Linking("/om/"));
        }

        await _site.SettleAsync();
        Assert.Equal(120, (await WarningsAsync()).Count);

        await UploadAsync("sidor/om.md", "# Om oss\n\nText.\n");
        Assert.Empty(await WarningsAsync());
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    [Fact]
    public async Task Texts_that_link_to_each_other_settle()
    {
        await UploadAsync(Text, Linking("/2026/05/kajen/"));
        await UploadAsync(Target, Linking("/2026/05/remissen/"));
        Assert.Empty(await WarningsAsync());

        await DeleteAsync(Text);
        Assert.Equal([$"{Target}:3 missing-page"], await WarningsAsync());
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    [Fact]
    public async Task Nothing_is_left_of_links_when_their_texts_are_gone()
    {
        await UploadAsync(Text, Linking("/2026/05/kajen/"));
        await UploadAsync("sidor/om.md", Linking("/2026/05/kajen/"));
        Assert.Equal("2", Row("contest:2026|05|kajen|index.html")?["linking"]);

        await UploadAsync(Text, Some.Article("Remissen"));
        Assert.Equal("1", Row("contest:2026|05|kajen|index.html")?["linking"]);

        await DeleteAsync("sidor/om.md");
        Assert.Null(Row("contest:2026|05|kajen|index.html"));
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("link:", StringComparison.Ordinal));
    }

    /// <summary>The columns of the index have a size limit; a letter like å takes six characters there.</summary>
    [Theory]
    [InlineData('å', 1)]
    [InlineData('a', 20)]
    public async Task Very_many_links_with_very_long_addresses_fit_into_the_index(char letter, int least)
    {
        for (var version = 0; version < 2; version++)
        {
            var urls = Enumerable.Range(0, 100).Select(i => $"/{new string(letter, 180)}-{version}-{i}/");
            await UploadAsync(Text, "# Remissen\n\n" + string.Concat(urls.Select(url => $"[Här]({url})\n\n")));
            Assert.Equal("published", _site.Storage.Content.Blobs[Text].Tags["state"]);
        }

        var links = _site.Storage.Index.Rows.Count(r => r.Key.StartsWith("link:", StringComparison.Ordinal));
        Assert.InRange(links, least, 60);
    }

    private static string Linking(string url) => $"# Remissen\n\nLäs [mer]({url}).\n";

    private async Task<IReadOnlyList<string>> WarningsAsync() =>
    [
        .. (await _site.Engine.Status.ReadAsync(default)).Diagnosed
            .SelectMany(s => s.Diagnostics.Select(d => $"{s.Path}:{d.Line} {d.Code}")),
    ];

    private IReadOnlyDictionary<string, string>? Row(string key) =>
        _site.Storage.Index.Rows.SingleOrDefault(r => r.Key == key)?.Columns;

    private Task UploadAsync(string path, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, text);
        return _site.SettleAsync();
    }

    private Task DeleteAsync(string path)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Delete(path);
        return _site.SettleAsync();
    }
}
