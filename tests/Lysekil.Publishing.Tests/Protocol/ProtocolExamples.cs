using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Protocol;

/// <summary>
/// Examples of the rules R1–R4, which run on the simulation and on real storage. The clock stands at 4 May 2026,
/// 10.00.
/// </summary>
public abstract class ProtocolExamples
{
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";
    private const string Other = "artiklar/2019-10-05-mote.md";
    private const string OtherPage = "2019/10/mote/index.html";

    private static readonly string[] Lists =
    [
        "index.html", "nyhetsarkiv/2026/05/index.html", "nyhetsarkiv/2026/index.html", "amnen/hamn/2026/index.html",
        "amnen/hamn/index.html", "rss.xml", "atom.xml", "feed.json",
    ];

    protected abstract Task<ISiteUnderTest> CreateAsync();

    [Fact]
    public async Task An_upload_is_live_and_listed()
    {
        var site = await CreateAsync();

        await site.UploadAsync(Path, Article("Kajen invigd"));
        await site.SettleAsync();

        var pages = await site.PagesAsync();
        Assert.Contains("<h1>Kajen invigd</h1>", pages[Page].Text, StringComparison.Ordinal);
        Assert.Contains(
            "Publicerad: <time datetime=\"2026-05-01T00:00:00+02:00\">1 maj 2026",
            pages[Page].Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Uppdaterad", pages[Page].Text, StringComparison.Ordinal);
        Assert.All(Lists, list => Assert.Contains("Kajen invigd", pages[list].Text, StringComparison.Ordinal));
        Assert.Contains("/2026/05/kajen/", pages["sitemap-2026-05.xml"].Text, StringComparison.Ordinal);
        Assert.Equal("published /2026/05/kajen/", State(await site.TagsAsync(Path)));
    }

    [Fact]
    public async Task A_changed_text_is_updated_and_pages_that_do_not_show_it_keep_their_ETags()
    {
        var site = await CreateAsync();
        await site.UploadAsync(Path, Article("Kajen invigd"));
        await site.UploadAsync(Other, Article("Möte", "skola"));
        await site.SettleAsync();
        var before = await site.PagesAsync();

        await site.UploadAsync(Path, Article("Kajen invigd", text: "Ny text."));
        await site.SettleAsync();

        var after = await site.PagesAsync();
        Assert.Contains("Uppdaterad: ", after[Page].Text, StringComparison.Ordinal);
        Assert.Contains("Ny text.", after["rss.xml"].Text, StringComparison.Ordinal);
        Assert.All(
            new[]
            {
                OtherPage, "nyhetsarkiv/index.html", "nyhetsarkiv/2019/10/index.html", "amnen/index.html",
                "amnen/skola/index.html", "sitemap-2019-10.xml",
            },
            page => Assert.Equal(before[page].ETag, after[page].ETag));
    }

    [Fact]
    public async Task The_same_bytes_again_write_no_page()
    {
        var site = await CreateAsync();
        await site.UploadAsync(Path, Article("Kajen invigd"));
        await site.SettleAsync();
        var before = await site.PagesAsync();

        await site.UploadAsync(Path, Article("Kajen invigd"));
        await site.SettleAsync();

        Assert.Equal(before, await site.PagesAsync());
        Assert.Equal("published /2026/05/kajen/", State(await site.TagsAsync(Path)));
    }

    [Fact]
    public async Task A_deleted_article_leaves_no_trace_on_the_site()
    {
        var site = await CreateAsync();
        await site.UploadAsync(Other, Article("Möte", "skola"));
        await site.SettleAsync();
        var before = await site.PagesAsync();
        await site.UploadAsync(Path, Article("Kajen invigd"));
        await site.SettleAsync();

        await site.DeleteAsync(Path);
        await site.SettleAsync();

        Assert.Equal(Texts(before), Texts(await site.PagesAsync()));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("ba")]
    public async Task The_smaller_path_of_two_owns_a_URL_until_it_is_free(string order)
    {
        var site = await CreateAsync();
        foreach (var name in order)
        {
            await site.UploadAsync($"artiklar/{name}/2026-05-01-kajen.md", Article($"Kajen av {name}"));
        }

        await site.SettleAsync();
        Assert.Contains("Kajen av a", (await site.PagesAsync())[Page].Text, StringComparison.Ordinal);
        Assert.Equal("published /2026/05/kajen/", State(await site.TagsAsync("artiklar/a/2026-05-01-kajen.md")));
        Assert.Equal("refused url-taken", State(await site.TagsAsync("artiklar/b/2026-05-01-kajen.md")));

        await site.DeleteAsync("artiklar/a/2026-05-01-kajen.md");
        await site.SettleAsync();

        var pages = await site.PagesAsync();
        Assert.Contains("Kajen av b", pages[Page].Text, StringComparison.Ordinal);
        Assert.All(Lists, list => Assert.DoesNotContain("Kajen av a", pages[list].Text, StringComparison.Ordinal));
        Assert.Equal("published /2026/05/kajen/", State(await site.TagsAsync("artiklar/b/2026-05-01-kajen.md")));
    }

    [Fact]
    public async Task An_old_URL_redirects_to_the_new_one()
    {
        var site = await CreateAsync();
        await site.UploadAsync(Path, Article("Kajen invigd"));
        await site.SettleAsync();

        await site.UploadAsync(
            Path, Article("Kajen invigd").Replace("tags:", "slug: hamnen\ntags:", StringComparison.Ordinal));
        await site.SettleAsync();

        var pages = await site.PagesAsync();
        Assert.Contains("url=http://localhost:4280/2026/05/hamnen/", pages[Page].Text, StringComparison.Ordinal);
        Assert.Contains("<h1>Kajen invigd</h1>", pages["2026/05/hamnen/index.html"].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/2026/05/kajen/", pages["index.html"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_article_goes_live_when_its_time_comes()
    {
        var site = await CreateAsync();
        await site.UploadAsync(
            "artiklar/kajen.md",
            Article("Kajen invigd").Replace("tags:", "date: 2026-05-04 12:00\ntags:", StringComparison.Ordinal));
        await site.SettleAsync();
        Assert.DoesNotContain(Page, (await site.PagesAsync()).Keys);
        Assert.Equal("scheduled", State(await site.TagsAsync("artiklar/kajen.md")));

        await site.WaitAsync(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Page, (await site.PagesAsync()).Keys);

        await site.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Contains("4 maj 2026 kl. 12.00", (await site.PagesAsync())[Page].Text, StringComparison.Ordinal);
        Assert.Equal("published /2026/05/kajen/", State(await site.TagsAsync("artiklar/kajen.md")));
    }

    [Fact]
    public async Task A_broken_update_leaves_the_last_good_version_live()
    {
        var site = await CreateAsync();
        await site.UploadAsync(Path, Article("Kajen invigd"));
        await site.SettleAsync();
        var before = await site.PagesAsync();

        await site.UploadAsync(Path, "---\ntitle: Trasig\ndate: i går\n---\n");
        await site.SettleAsync();

        Assert.Equal(before, await site.PagesAsync());
        Assert.Equal("refused value /2026/05/kajen/", State(await site.TagsAsync(Path)));
    }

    private static string Article(string title, string topic = "Hamn", string text = "Ett stycke.") =>
        $"---\ntags: [{topic}]\n---\n# {title}\n\n{text}\n";

    private static string State(IReadOnlyDictionary<string, string> tags) =>
        string.Join(
            ' ', new[] { "state", "reason", "url" }.Select(name => tags.GetValueOrDefault(name)).OfType<string>());

    private static SortedDictionary<string, string> Texts(
        IReadOnlyDictionary<string, (string ETag, string Text)> pages) =>
        new(pages.ToDictionary(p => p.Key, p => p.Value.Text), StringComparer.Ordinal);
}
