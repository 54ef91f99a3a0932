using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Search;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Rendering.Search;

public class SearchPagesTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly StorageTrace _trace = new();
    private readonly SimulatedSite _site;

    public SearchPagesTests() => _site = new SimulatedSite(_clock, _trace);

    [Fact]
    public async Task A_shard_has_a_month_s_articles_newest_first()
    {
        await PublishAsync(
            Path,
            Some.ArticleWith(
                "tags: [Hamnen, Budget]", "Kajen & \"bron\"", "Ingress <b>först</b>.\n\nBrödtext om båtarna."));
        await PublishAsync("artiklar/2026-05-03-bron.md", Some.Article("Bron"));
        await PublishAsync("artiklar/2026-04-30-annat.md", Some.Article("Annat"));

        var articles = Shard("2026-05");
        Assert.Equal(["Bron", "Kajen & ”bron”"], articles.Select(a => a.GetProperty("title").GetString()));
        Assert.Equal("/2026/05/kajen/", articles[1].GetProperty("url").GetString());
        Assert.Equal("2026-05-01", articles[1].GetProperty("date").GetString());
        Assert.Equal(
            ["Hamnen", "Budget"], articles[1].GetProperty("topics").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal("Ingress först.", articles[1].GetProperty("lead").GetString());
        Assert.Equal("Brödtext om båtarna.", articles[1].GetProperty("text").GetString());
        Assert.Equal("2026-05 2026-04", Months());
    }

    [Fact]
    public async Task A_month_is_one_in_the_site_s_time_zone()
    {
        await PublishAsync("artiklar/nyår.md", Some.ArticleWith("date: 2026-02-01 00:30"));

        Assert.Equal("2026-02-01", Assert.Single(Shard("2026-02")).GetProperty("date").GetString());
        Assert.Equal("2026-02", Months());
    }

    [Fact]
    public async Task One_publish_changes_one_shard_and_the_page_only_with_its_months()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        await PublishAsync("artiklar/2026-04-30-annat.md", Some.Article("Annat"));
        var before = SearchETags();

        await PublishAsync("artiklar/2026-05-02-bron.md", Some.Article("Bron"));

        Assert.Equal(["sok/2026-05.json"], Changed(before));
        before = SearchETags();
        await PublishAsync("artiklar/2026-03-01-sjön.md", Some.Article("Sjön"));
        Assert.Equal(["sok/2026-03.json", "sok/index.html"], Changed(before));
    }

    /// <summary>R5: the shard is made of rows; of the sources, at most the article's own is read.</summary>
    [Fact]
    public async Task A_shard_is_made_without_the_articles_texts()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.Engine.Rebuilder.FinishAsync(default);
        _trace.Clear();

        await _site.Engine.PageRefreshes.HandleAsync(
            new(new PageRefreshMessage(PageKey.SearchShard(new Month(2026, 5))).Write(), 1), default);

        Assert.DoesNotContain(_trace.Calls, c => c.Service == StorageNames.Accepted);
        Assert.Contains(_trace.Calls, c => c.Key.StartsWith("search:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_of_the_text_alone_changes_the_shard_and_no_list()
    {
        await PublishAsync(Path, Some.Article("Kajen", "Ingress.\n\nFörst."));
        var (before, month) = (SearchETags(), _site.ETagOf("nyhetsarkiv/2026/05/index.html"));

        await PublishAsync(Path, Some.Article("Kajen", "Ingress.\n\nSedan."));

        Assert.Equal(["sok/2026-05.json"], Changed(before));
        Assert.Equal("Sedan. Och ett till.", Shard("2026-05")[0].GetProperty("text").GetString());
        Assert.Equal(month, _site.ETagOf("nyhetsarkiv/2026/05/index.html"));
    }

    [Fact]
    public async Task A_change_that_search_does_not_show_changes_no_shard()
    {
        await PublishAsync(Path, Some.ArticleWith("author: Eva", text: "Ingress.\n\nEtt ord."));
        var before = SearchETags();

        await PublishAsync(Path, Some.ArticleWith("author: Ulf", text: "Ingress.\n\nEtt *ord*."));

        Assert.Empty(Changed(before));
    }

    [Fact]
    public async Task An_article_that_moves_to_another_month_moves_between_shards()
    {
        await PublishAsync(Path, Some.ArticleWith("date: 2026-05-01"));
        await PublishAsync(Path, Some.ArticleWith("date: 2026-03-01"));

        Assert.Single(Shard("2026-03"));
        Assert.DoesNotContain("sok/2026-05.json", _site.Pages.Keys);
        Assert.Equal("2026-03", Months());
        Assert.Single(_site.Storage.Index.Rows, r => r.Key.StartsWith(IndexKeys.Search, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("---\ndraft: true\n---\n# Kajen\n\nText.\n")]
    [InlineData("---\ndate: 2027-01-01\n---\n# Kajen\n\nText.\n")]
    public async Task An_article_that_is_deleted_leaves_its_shard(string? next)
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        if (next is null)
        {
            _site.Delete(Path);
            await _site.SettleAsync();
        }
        else
        {
            await PublishAsync(Path, next);
        }

        Assert.DoesNotContain("sok/2026-05.json", _site.Pages.Keys);
        Assert.Equal("", Months());
        Assert.DoesNotContain(
            _site.Storage.Index.Rows, r => r.Key.StartsWith(IndexKeys.Search, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_version_leaves_the_last_good_one_in_the_shard()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        await PublishAsync(Path, "---\ntitle: x\ndate: i går\n---\n");

        Assert.Equal("Kajen", Assert.Single(Shard("2026-05")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Standing_pages_are_a_shard_of_their_own_read_with_the_newest_months()
    {
        await PublishAsync("sidor/om.md", Some.Article("Om oss", "Vi *skriver* om kommunen."));
        Assert.Equal("sidor", Months());
        await PublishAsync("sidor/kontakt.md", "---\nlead: Så når du oss.\n---\n# Kontakt\n\nRing.\n");
        await PublishAsync(Path, Some.Article("Kajen"));
        await PublishAsync("artiklar/2026-04-30-annat.md", Some.Article("Annat"));
        await PublishAsync("bilder/x.pdf", "%PDF-1.7");

        Assert.Equal("2026-05 sidor 2026-04", Months());
        var pages = Shard("sidor");
        Assert.Equal(["Kontakt", "Om oss"], pages.Select(p => p.GetProperty("title").GetString()));
        Assert.Equal(["/kontakt/", "/om/"], pages.Select(p => p.GetProperty("url").GetString()));
        Assert.Equal(["Ring.", "Och ett till."], pages.Select(p => p.GetProperty("text").GetString()));
        Assert.Equal(
            ["Så når du oss.", "Vi skriver om kommunen."], pages.Select(p => p.GetProperty("lead").GetString()));
    }

    [Fact]
    public async Task The_shard_of_standing_pages_follows_each_of_them()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        await PublishAsync("sidor/om.md", Some.Article("Om oss"));
        Assert.Equal("2026-05-04", Shard("sidor")[0].GetProperty("date").GetString());
        var before = SearchETags();

        await PublishAsync("sidor/om.md", Some.Article("Om oss"));
        Assert.Empty(Changed(before));

        _clock.Advance(TimeSpan.FromDays(1));
        // To search, another date alone.
        await PublishAsync("sidor/om.md", Some.Article("Om oss", "Ett *stycke* om saken."));
        Assert.Equal(["sok/sidor.json"], Changed(before));
        Assert.Equal("2026-05-05", Shard("sidor")[0].GetProperty("date").GetString());

        _site.Delete("sidor/om.md");
        await _site.SettleAsync();
        Assert.DoesNotContain("sok/sidor.json", _site.Pages.Keys);
        Assert.Equal("2026-05", Months());
    }

    [Fact]
    public async Task The_shard_of_standing_pages_has_a_limit()
    {
        for (var i = 0; i < 201; i++)
        {
            _site.Upload($"sidor/nr-{i}.md", Some.Article($"Nummer {i}"));
        }

        await _site.SettleAsync();

        Assert.Equal(200, Shard("sidor").Count);
    }

    [Fact]
    public async Task The_shard_has_the_last_words_of_a_long_article_too()
    {
        await PublishAsync(
            Path, Some.Article("Kajen", string.Join("\n\n", Enumerable.Range(0, 2_000).Select(i => $"ord{i}"))));

        var article = Assert.Single(Shard("2026-05"));
        Assert.DoesNotContain("ord1999", article.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(" ord1999 Och ett till", article.GetProperty("rest").GetString(), StringComparison.Ordinal);
        await PublishAsync(Path, Some.Article("Kajen"));
        Assert.False(Assert.Single(Shard("2026-05")).TryGetProperty("rest", out _));
    }

    /// <summary>
    /// The page's own script is small, so that it is there before a visitor types. What the first query loads may be
    /// larger, but more is what visitors wait for.
    /// </summary>
    [Fact]
    public async Task The_scripts_are_cached_for_ever_and_small()
    {
        await PublishAsync(Path, Some.Article("Kajen"));

        var (page, words) = (_site.Storage.Web.Blobs[SearchScript.Page.Value],
            _site.Storage.Web.Blobs[SearchScript.Words.Value]);
        Assert.All(
            [page.Properties.Headers, words.Properties.Headers],
            headers =>
            {
                Assert.Equal("text/javascript; charset=utf-8", headers.ContentType);
                Assert.Equal(RenderedPage.ForEver, headers.CacheControl);
            });
        Assert.InRange(page.Content.Length, 3_000, 6_144);
        Assert.InRange(words.Content.Length, 5_000, 8_192);
    }

    /// <summary>A static website compresses nothing, and what only a script reads need not be plain.</summary>
    [Fact]
    public async Task Shards_are_stored_compressed_and_other_pages_plain()
    {
        await PublishAsync(Path, Some.Article("Kajen", string.Join(' ', Enumerable.Repeat("Om kajen i hamnen.", 200))));
        await PublishAsync("sidor/om.md", Some.Article("Om oss"));

        var (month, pages) = (_site.Storage.Web.Blobs["sok/2026-05.json"], _site.Storage.Web.Blobs["sok/sidor.json"]);
        Assert.Equal("application/json", month.Properties.Headers.ContentType);
        Assert.InRange(month.Content.Length, 1, month.Text.Length / 5);
        Assert.Equal(
            ["sok/2026-05.json", "sok/sidor.json"],
            _site.Storage.Web.Blobs.Values.Where(b => b.Properties.Headers.ContentEncoding == BlobHeaders.Gzip)
                .Select(b => b.Properties.Name));
        Assert.Equal(RenderedPage.AskAgain, pages.Properties.Headers.CacheControl);
    }

    /// <summary>R4: the hash is of what is compressed, not of what a version of the compressor makes of it.</summary>
    [Fact]
    public async Task A_shard_that_is_compressed_in_another_way_is_not_written_again()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        var shard = _site.Storage.Web.Blobs["sok/2026-05.json"];
        using var other = new MemoryStream();
        using (var gzip = new GZipStream(other, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(shard.Text));
        }

        var etag = _site.Storage.Web.Put("sok/2026-05.json", other.ToArray(), shard.Properties.Headers);
        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.Engine.Rebuilder.FinishAsync(default);
        await _site.SettleAsync();

        Assert.Equal(etag, _site.ETagOf("sok/2026-05.json"));
    }

    [Fact]
    public async Task The_page_s_script_loads_the_words_by_the_name_of_their_content()
    {
        await PublishAsync(Path, Some.Article("Kajen"));

        Assert.Contains(
            $"import(\"{SearchScript.Words.Url}\")", _site.Pages[SearchScript.Page.Value], StringComparison.Ordinal);
    }

    private Task PublishAsync(string path, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, text);
        return _site.SettleAsync();
    }

    private List<JsonElement> Shard(string month) =>
        [.. JsonDocument.Parse(_site.Pages[$"sok/{month}.json"]).RootElement.GetProperty("articles").EnumerateArray()];

    private string Months() =>
        new HtmlParser()
            .ParseDocument(_site.Pages["sok/index.html"])
            .QuerySelector("form.search")!.GetAttribute("data-months")!;

    private Dictionary<string, ETag> SearchETags() =>
        _site.Pages.Keys.Where(p => p.StartsWith("sok/", StringComparison.Ordinal)).ToDictionary(p => p, _site.ETagOf);

    private IEnumerable<string> Changed(Dictionary<string, ETag> before) =>
        SearchETags()
            .Where(p => before.GetValueOrDefault(p.Key) != p.Value)
            .Select(p => p.Key)
            .Order(StringComparer.Ordinal);
}
