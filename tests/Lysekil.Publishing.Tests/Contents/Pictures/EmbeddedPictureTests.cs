using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

/// <summary>
/// A picture that a text holds in an address becomes a file of the site, which comes and goes with the text.
/// </summary>
public class EmbeddedPictureTests
{
    private const string Article = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";
    private const string Folder = "bilder/artiklar/2026-05-01-kajen.md/";

    private static readonly byte[] Harbour = SamplePicture.Jpeg(900, 600, SKColors.Teal, SKColors.White);
    private static readonly byte[] Quay = SamplePicture.Png(30, 20);

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public EmbeddedPictureTests() => _site = new SimulatedSite(_clock);

    /// <summary>As Google Docs exports it: addresses at the end of the text, in angle brackets.</summary>
    [Fact]
    public async Task A_reference_at_the_end_of_the_text_is_shown_in_the_usual_sizes()
    {
        await UploadAsync($"# Kajen\n\nText.\n\n![Kajen][image1]\n\n[image1]: <{Data("jpeg", Harbour)}>\n");

        var picture = Assert.Single(Pictures(), p => p.EndsWith(".jpg", StringComparison.Ordinal));
        Assert.Equal(3, Pictures().Count);
        Assert.Contains($"<img src=\"/{picture}\" alt=\"Kajen\"", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("width=\"900\" height=\"600\"", _site.Pages[Page], StringComparison.Ordinal);
        Assert.All(
            Pictures().Where(p => p != picture),
            copy => Assert.Contains($"/{copy} ", _site.Pages[Page], StringComparison.Ordinal));
        Assert.Equal("image/jpeg", _site.Storage.Web.Blobs[picture].Properties.Headers.ContentType);
        Assert.Contains(
            $"http://localhost:4280/{picture}",
            _site.Pages["atom.xml"],
            StringComparison.Ordinal);
        Assert.DoesNotContain("kajen.md", _site.Told, StringComparison.Ordinal);
        Assert.DoesNotContain(
            _site.Storage.Accepted.Blobs.Values, b => b.Text.Contains("base64", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("![Kajen]({0} \"Kajen i maj\")")]
    [InlineData("<figure><img src=\"{0}\" alt=\"Kajen\"></figure>")]
    [InlineData("[![Kajen]({0})](https://exempel.se/)")]
    public async Task A_picture_in_the_text_is_shown(string markdown)
    {
        await UploadAsync($"# Kajen\n\nText.\n\n{markdown.Replace("{0}", Data("png", Quay), Ordinal)}\n");

        Assert.Contains($"<img src=\"/{Named(".png")}\" alt=\"Kajen\"", _site.Pages[Page], Ordinal);
        Assert.Contains("width=\"30\" height=\"20\"", _site.Pages[Page], Ordinal);
        Assert.Equal("published", State());
    }

    [Fact]
    public async Task It_may_be_the_main_picture()
    {
        await UploadAsync($"---\nimage: {Data("png", Quay)}\nimage_alt: Kajen\n---\n# Kajen\n\nText.\n");

        Assert.Contains($"<img src=\"/{Named(".png")}\"", _site.Pages["index.html"], Ordinal);
    }

    [Fact]
    public async Task A_standing_page_may_hold_pictures_too()
    {
        await UploadAsync("sidor/om.md", $"# Om oss\n\n![Vi]({Data("png", Quay)})\n");

        var picture = Assert.Single(_site.Pages.Keys, IsPicture("bilder/sidor/om.md/"));
        Assert.Contains($"<img src=\"/{picture}\"", _site.Pages["om/index.html"], Ordinal);
    }

    /// <summary>R4: A picture is written once, however often the text around it changes.</summary>
    [Fact]
    public async Task A_picture_goes_with_its_text_and_is_written_only_once()
    {
        await UploadAsync($"# Kajen\n\n![A]({Data("png", Quay)}) ![B]({Data("jpeg", Harbour)})\n");
        var (kept, etag) = (Named(".png"), _site.ETagOf(Named(".png")));

        await UploadAsync($"# Kajen\n\nNy text.\n\n![A]({Data("png", Quay)})\n");
        Assert.Equal([kept], Pictures().Where(p => !p.EndsWith(".webp", Ordinal)));
        Assert.Equal(etag, _site.ETagOf(kept));

        await UploadAsync("# Kajen\n\nUtan bild.\n");
        Assert.Empty(Pictures());
        NothingIsLeft();
    }

    [Fact]
    public async Task Nothing_is_left_of_the_pictures_of_a_text_that_is_deleted_or_a_draft_again()
    {
        await UploadAsync($"# Kajen\n\n![A]({Data("jpeg", Harbour)})\n");
        await UploadAsync("---\ndraft: true\n---\n# Kajen\n\nText.\n");
        Assert.Empty(Pictures());

        await UploadAsync($"# Kajen\n\n![A]({Data("jpeg", Harbour)})\n");
        Assert.Equal(3, Pictures().Count);

        _site.Delete(Article);
        await _site.SettleAsync();
        Assert.Empty(Pictures());
        NothingIsLeft();
    }

    [Fact]
    public async Task A_renamed_text_stays_the_same_article_and_takes_its_pictures_along()
    {
        var text = $"---\ndate: 2026-05-01\n---\n# Kajen\n\n![A]({Data("png", Quay)})\n";
        await UploadAsync(text);
        var id = _site.Pages["atom.xml"].Split("<id>")[2];

        _site.Delete(Article);
        await UploadAsync("artiklar/bryggan.md", text);

        Assert.Empty(Pictures());
        Assert.Single(_site.Pages.Keys, IsPicture("bilder/artiklar/bryggan.md/"));
        Assert.Equal(id.Split("</id>")[0], _site.Pages["atom.xml"].Split("<id>")[2].Split("</id>")[0]);
    }

    /// <summary>R3: Pages render from what is kept, not from the file.</summary>
    [Fact]
    public async Task Another_process_renders_it_again_from_what_is_kept()
    {
        await UploadAsync($"# Kajen\n\n![A]({Data("jpeg", Harbour)})\n");
        var pages = Pictures().ToDictionary(p => p, p => _site.Storage.Web.Blobs[p].Content.ToArray());
        var other = new SimulatedSite(_clock);
        other.Storage.CopyFrom(_site.Storage);
        foreach (var page in pages.Keys)
        {
            other.Storage.Web.Delete(page);
        }

        await other.Engine.Rebuilder.StartOnceAsync(default);
        await other.SettleAsync();

        Assert.All(pages, p => Assert.Equal(p.Value, other.Storage.Web.Blobs[p.Key].Content.ToArray()));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_opened_is_left_out_and_told_with_its_line()
    {
        await UploadAsync(
            $"# Kajen\n\n![A]({Data("png", Quay)})\n\n![B]({Data("png", Quay[..40])} \"Bryggan\")\n");

        Assert.NotEmpty(Named(".png"));
        Assert.DoesNotContain("Bryggan", _site.Pages[Page], Ordinal);
        Assert.Contains("Rad 5:", _site.Told, Ordinal);
        Assert.Contains("Bild nummer 2 i texten visas inte.", _site.Told, Ordinal);
        Assert.Equal("published", State());
    }

    [Fact]
    public async Task A_text_that_is_code_stays_as_it_is()
    {
        await UploadAsync($"# Kajen\n\nSå här: `![A]({Data("png", Quay)})`\n");

        Assert.Contains("data:image/png;base64,", _site.Pages[Page], Ordinal);
        Assert.Empty(Pictures());
    }

    [Fact]
    public async Task A_text_is_as_long_as_it_may_be_without_its_pictures()
    {
        var noise = SamplePicture.Noise(600, 400, SKEncodedImageFormat.Png);
        Assert.True(noise.Length > 600_000);

        await UploadAsync($"# Kajen\n\n![A]({Data("png", noise)})\n");

        Assert.Equal("published", State());
        Assert.Equal(3, Pictures().Count);
    }

    [Fact]
    public async Task More_pictures_than_a_text_may_hold_are_refused()
    {
        string Text(int count) => "# Kajen\n\n" + string.Concat(Enumerable.Range(1, count).Select(
            i => $"![Bild {i}]({Data("png", SamplePicture.Png(i, 2))})\n\n"));
        await UploadAsync(Text(EmbeddedPicture.Most));
        Assert.Equal(EmbeddedPicture.Most, Pictures().Count(p => p.EndsWith(".png", Ordinal)));

        await UploadAsync(Text(EmbeddedPicture.Most + 1));

        Assert.Equal("refused", State());
        Assert.Contains("för många bilder; gränsen är 40", _site.Told, Ordinal);
        Assert.Equal(EmbeddedPicture.Most, Pictures().Count(p => p.EndsWith(".png", Ordinal)));
    }

    [Fact]
    public async Task No_file_can_take_the_place_of_such_a_picture()
    {
        await UploadAsync(Folder + "0123456789abcdef.png", Quay);

        Assert.Equal("url-reserved", _site.Storage.Content.Blobs[Folder + "0123456789abcdef.png"].Tags["reason"]);
    }

    private static StringComparison Ordinal => StringComparison.Ordinal;

    private static string Data(string type, byte[] picture) =>
        $"data:image/{type};base64,{Convert.ToBase64String(picture)}";

    private List<string> Pictures() => [.. _site.Pages.Keys.Where(p => p.StartsWith(Folder, Ordinal))];

    private static Predicate<string> IsPicture(string folder) =>
        p => p.StartsWith(folder, Ordinal) && !p.EndsWith(".webp", Ordinal);

    private string Named(string extension) => Assert.Single(Pictures(), p => p.EndsWith(extension, Ordinal));

    private string State() => _site.Storage.Content.Blobs[Article].Tags["state"];

    private void NothingIsLeft()
    {
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("stale:", Ordinal));
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("claim:bilder", Ordinal));
    }

    private Task UploadAsync(string text) => UploadAsync(Article, text);

    private Task UploadAsync(string path, string text) => UploadAsync(path, System.Text.Encoding.UTF8.GetBytes(text));

    private Task UploadAsync(string path, byte[] bytes)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, bytes);
        return _site.SettleAsync();
    }
}
