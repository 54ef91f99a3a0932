using System.Globalization;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

/// <summary>Pictures and the articles that show them come and go in any order.</summary>
public class PictureUseTests
{
    private const string Page = "2026/05/kajen/index.html";
    private const string Text = "---\nimage: /bilder/hamn.jpg\nimage_alt: Hamnen\n---\n# Kajen\n\nText.\n\n"
        + "![Kajen](/bilder/hamn.jpg \"Kajen i maj\")\n";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public PictureUseTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task A_picture_is_shown_in_its_size_with_its_copies()
    {
        await UploadAsync("bilder/hamn.jpg", Jpeg(900, 600));
        await UploadAsync("artiklar/2026-05-01-kajen.md", Text);

        var copies = _site.Pages.Keys.Where(p => p.StartsWith("bilder/hamn.jpg.", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, copies.Count);
        Assert.All(copies, c => Assert.Contains($"/{c} ", _site.Pages[Page], StringComparison.Ordinal));
        Assert.Contains("width=\"900\" height=\"600\"", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("<figcaption>Kajen i maj</figcaption>", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains(".480.webp 480w", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.Equal(("image/webp", RenderedPage.ForEver), Headers(copies[0]));
    }

    /// <summary>
    /// RSS Advisory Board's profile, "enclosure"; RFC 4287, section 4.2.7: with the length of what is there.
    /// </summary>
    [Fact]
    public async Task Feeds_give_the_lead_picture_as_an_enclosure()
    {
        await UploadAsync("bilder/hamn.jpg", Jpeg(2_000, 600));
        await UploadAsync("artiklar/2026-05-01-kajen.md", Text);

        var length = _site.Storage.Web.Blobs["bilder/hamn.jpg"].Content.Length;
        Assert.Contains(
            $"<enclosure url=\"http://localhost:4280/bilder/hamn.jpg\" length=\"{length}\" type=\"image/jpeg\" />",
            _site.Pages["rss.xml"],
            StringComparison.Ordinal);
        Assert.Contains(
            "<link rel=\"enclosure\" type=\"image/jpeg\" href=\"http://localhost:4280/bilder/hamn.jpg\" "
            + $"length=\"{length}\" />",
            _site.Pages["atom.xml"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_in_HTML_is_shown_as_any_other()
    {
        await UploadAsync(
            "artiklar/2026-05-01-kajen.md",
            "# Kajen\n\nText.\n\n<figure><img src=\"../bilder/hamn.jpg\" alt=\"Kajen\" width=\"10\"></figure>\n");
        Assert.Contains("bilder/hamn.jpg", _site.Told, StringComparison.Ordinal);

        await UploadAsync("bilder/hamn.jpg", Jpeg(900, 600));

        Assert.Contains(
            "<img src=\"/bilder/hamn.jpg\" alt=\"Kajen\" width=\"900\" height=\"600\"",
            _site.Pages[Page],
            StringComparison.Ordinal);
        Assert.Contains(".480.webp 480w", _site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("bilder/hamn.jpg", _site.Told, StringComparison.Ordinal);
        Assert.Contains(
            "src=\"http://localhost:4280/bilder/hamn.jpg\"",
            _site.Pages["atom.xml"].Replace("&quot;", "\"", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    /// <summary>A copy as WebP would be higher than the 16,383 pixels that it can be.</summary>
    [Fact]
    public async Task A_picture_too_tall_for_copies_is_shown_without_them()
    {
        await UploadAsync("bilder/hamn.jpg", Jpeg(20, 20_000));
        await UploadAsync("artiklar/2026-05-01-kajen.md", Text);

        Assert.DoesNotContain(_site.Pages.Keys, p => p.EndsWith(".webp", StringComparison.Ordinal));
        Assert.Contains("bilder/hamn.jpg", _site.Pages.Keys);
        Assert.All(["index.html", Page], p =>
        {
            Assert.Contains("src=\"/bilder/hamn.jpg\"", _site.Pages[p], StringComparison.Ordinal);
            Assert.Contains("width=\"20\" height=\"20000\"", _site.Pages[p], StringComparison.Ordinal);
            Assert.DoesNotContain("srcset=", _site.Pages[p], StringComparison.Ordinal);
        });
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("stale:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(620, 16_500, "480 615")]
    [InlineData(17_000, 200, "480 960 1600")]
    public async Task Pages_name_exactly_the_copies_that_a_tall_or_wide_picture_has(
        int width, int height, string widths)
    {
        await UploadAsync("bilder/hamn.jpg", Jpeg(width, height));
        await UploadAsync("artiklar/2026-05-01-kajen.md", Text);

        var copies = _site.Pages.Keys.Where(p => p.EndsWith(".webp", StringComparison.Ordinal))
            .OrderBy(p => int.Parse(p.Split('.')[^2], CultureInfo.InvariantCulture));
        var named = $"srcset=\"{string.Join(", ", copies.Zip(widths.Split(' '), (copy, w) => $"/{copy} {w}w"))}\"";
        Assert.Equal(widths, string.Join(' ', copies.Select(c => c.Split('.')[^2])));
        Assert.All(["index.html", Page], p => Assert.Contains(named, _site.Pages[p], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_that_comes_after_its_article_is_shown_from_then_on()
    {
        await UploadAsync("artiklar/2026-05-01-kajen.md", Text);
        Assert.Contains("bilder/hamn.jpg", _site.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("srcset=", _site.Pages[Page], StringComparison.Ordinal);

        await UploadAsync("bilder/hamn.jpg", Jpeg(900, 600));

        Assert.Contains("width=\"900\" height=\"600\"", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("width=\"900\" height=\"600\"", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("bilder/hamn.jpg", _site.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("Uppdaterad", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_picture_under_the_same_name_changes_the_pages_that_show_it_and_its_copies()
    {
        await UploadAsync("bilder/hamn.jpg", Jpeg(900, 600));
        await UploadAsync("artiklar/2026-05-01-kajen.md", Text);
        var before = _site.Pages.Keys.Where(p => p.EndsWith(".webp", StringComparison.Ordinal)).ToList();

        await UploadAsync("bilder/hamn.jpg", Jpeg(500, 300));

        var after = _site.Pages.Keys.Where(p => p.EndsWith(".webp", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, after.Count);
        Assert.Empty(before.Intersect(after));
        Assert.Contains("width=\"500\" height=\"300\"", _site.Pages[Page], StringComparison.Ordinal);
        Assert.All(before, c => Assert.DoesNotContain(c, _site.Pages[Page], StringComparison.Ordinal));
    }

    /// <summary>
    /// An earlier version stays live if the newest is refused; its pictures still follow their newest versions.
    /// </summary>
    [Fact]
    public async Task The_pictures_of_an_earlier_version_that_stays_are_kept_in_step()
    {
        await UploadAsync("bilder/hamn.jpg", Jpeg(900, 600));
        await UploadAsync("artiklar/2026-05-01-kajen.md", Text);
        await UploadAsync("artiklar/2026-05-01-kajen.md", "---\ntitle: Trasig\n");

        await UploadAsync("bilder/hamn.jpg", Jpeg(500, 300));

        Assert.Contains("width=\"500\" height=\"300\"", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_of_a_picture_that_is_deleted_with_its_article()
    {
        await UploadAsync("artiklar/2026-05-01-kajen.md", Text);
        await UploadAsync("bilder/hamn.jpg", Jpeg(900, 600));

        _site.Delete("bilder/hamn.jpg");
        await _site.SettleAsync();
        Assert.DoesNotContain(_site.Pages.Keys, p => p.StartsWith("bilder/", StringComparison.Ordinal));
        Assert.DoesNotContain("srcset=", _site.Pages[Page], StringComparison.Ordinal);

        _site.Delete("artiklar/2026-05-01-kajen.md");
        await _site.SettleAsync();
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("reference:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_picture_refreshes_all_texts_that_show_it()
    {
        for (var i = 0; i < 120; i++)
        {
            _site.Upload($"artiklar/2026-05-01-nr-{i}.md", Text.Replace("Kajen", $"Nr {i}", StringComparison.Ordinal));
        }

        await _site.SettleAsync();
        await UploadAsync("bilder/hamn.jpg", Jpeg(900, 600));

        Assert.All(
            _site.Pages.Where(p => p.Key.StartsWith("2026/05/", StringComparison.Ordinal)),
            p => Assert.Contains("width=\"900\"", p.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("stale:", StringComparison.Ordinal));
    }

    /// <summary>The columns of the index have a size limit; a letter like å takes six characters there.</summary>
    [Theory]
    [InlineData('å', 1)]
    [InlineData('a', 20)]
    public async Task Very_many_files_with_very_long_names_fit_into_the_index(char letter, int least)
    {
        for (var version = 0; version < 2; version++)
        {
            var names = Enumerable.Range(0, 100)
                .Select(i => $"/bilder/{new string(letter, 180)}-{version}-{i}.jpg")
                .ToList();
            await UploadAsync(
                "artiklar/2026-05-01-kajen.md", "# Kajen\n\n" + string.Concat(names.Select(n => $"![Kajen]({n})\n\n")));
            Assert.Equal("published", _site.Storage.Content.Blobs["artiklar/2026-05-01-kajen.md"].Tags["state"]);
        }

        var references = _site.Storage.Index.Rows.Count(r => r.Key.StartsWith("reference:", StringComparison.Ordinal));
        Assert.InRange(references, least, 60);
    }

    private static byte[] Jpeg(int width, int height) =>
        SamplePicture.Jpeg(width, height, SKColors.Teal, SKColors.White);

    private (string, string?) Headers(string page)
    {
        var headers = _site.Storage.Web.Blobs[page].Properties.Headers;
        return (headers.ContentType, headers.CacheControl);
    }

    private Task UploadAsync(string path, string text) => UploadAsync(path, System.Text.Encoding.UTF8.GetBytes(text));

    private Task UploadAsync(string path, byte[] bytes)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, bytes);
        return _site.SettleAsync();
    }
}
