using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

public class ArticlePreviewTests
{
    private const string Path = "artiklar/2026-04-02-kaj.md";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero));
    private readonly SimulatedSite _site;

    public ArticlePreviewTests() => _site = new SimulatedSite(_clock);

    [Theory]
    [InlineData(Path, "---\ntitle: Kaj\nlead: Kort.\ntags: [Hamnen]\nimage: /bilder/kaj.png\nimage_alt: Kajen\n---\n"
        + "Text med ![bild](/bilder/kaj.png).\n")]
    [InlineData(Path, "# Kaj\n\nText.\n")]
    [InlineData("sidor/om.md", "# Om oss\n\nText.\n")]
    public async Task A_preview_is_the_page_that_publishing_the_file_makes(string path, string file)
    {
        _site.Upload("bilder/kaj.png", SamplePicture.Png(900, 600));
        _site.Upload("artiklar/2026-04-01-fore.md", "# Före\n\nText.\n");
        _site.Upload("artiklar/2026-04-03-efter.md", "# Efter\n\nText.\n");
        await _site.SettleAsync();

        var preview = await PreviewAsync(path, file);
        _site.Upload(path, file);
        await _site.SettleAsync();

        Assert.Equal(SourceState.Published, preview.Next.State);
        Assert.Equal(_site.Pages[preview.Page!.Item.Page.Value], TextOf(preview));
    }

    [Fact]
    public async Task A_change_is_previewed_with_the_time_of_the_update()
    {
        _site.Upload(Path, "# Kaj\n\nText.\n");
        await _site.SettleAsync();
        _clock.Advance(TimeSpan.FromHours(1));

        var preview = await PreviewAsync(Path, "# Kaj\n\nNy text.\n");
        _site.Upload(Path, "# Kaj\n\nNy text.\n");
        await _site.SettleAsync();

        Assert.Equal(_site.Pages["2026/04/kaj/index.html"], TextOf(preview));
        Assert.Contains("Uppdaterad", TextOf(preview));
    }

    [Theory]
    [InlineData("---\ndraft: true\n---\n# Kaj\n\nText.\n", SourceState.Draft)]
    [InlineData("---\ndate: 2026-06-01\n---\n# Kaj\n\nText.\n", SourceState.Scheduled)]
    public async Task What_readers_do_not_see_yet_is_previewed_as_it_will_look(string file, SourceState state)
    {
        var preview = await PreviewAsync(Path, file);

        Assert.Equal(state, preview.Next.State);
        Assert.Contains("<h1>Kaj</h1>", TextOf(preview));
    }

    [Theory]
    [InlineData("---\nunpublish: 2026-07-01\n---\n# Kaj\n\nText.\n", "<h1>Kaj</h1>")]
    [InlineData("---\ntitle: Kaj\ndate: i går\n---\nText.\n", "<h1>Kaj</h1>")]
    [InlineData("---\nlead: Kort.\n---\n", "<h1>Rubriken saknas</h1>")]
    public async Task A_refused_text_is_previewed_without_what_it_is_refused_for(string file, string expected)
    {
        var preview = await PreviewAsync(Path, file);

        Assert.Equal(SourceState.Refused, preview.Next.State);
        Assert.Contains(preview.Diagnostics, d => d.Severity == Severity.Refusal);
        Assert.Contains(expected, TextOf(preview));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_has_diagnostics_and_no_page()
    {
        var preview = await PreviewAsync(Path, "---\ntitle: [\n---\nText.\n");

        Assert.Null(preview.Page);
        Assert.NotNull(preview.Diagnostics.Single().Line);
    }

    [Fact]
    public async Task A_preview_tells_of_an_address_that_another_text_has_and_of_missing_pictures()
    {
        _site.Upload("artiklar/2026-04-01-kaj.md", "# Kaj\n\nText.\n");
        await _site.SettleAsync();

        var preview = await PreviewAsync(Path, "# Kaj\n\n![Kaj](/bilder/finns-inte.jpg)\n\nText.\n");

        Assert.Equal("/2026/04/kaj/", preview.Next.WaitsFor!.Url);
        Assert.True(preview.ConcernsReaders);
        Assert.Equal(["url-taken", "missing-file"], preview.Diagnostics.Select(d => d.Code).Take(2));
    }

    [Fact]
    public async Task A_preview_tells_which_address_will_redirect()
    {
        _site.Upload(Path, "# Kaj\n\nText.\n");
        await _site.SettleAsync();

        var preview = await PreviewAsync(Path, "---\nslug: ny-kaj\n---\n# Kaj\n\nText.\n");

        Assert.Equal(["/2026/04/kaj/"], preview.NewRedirects.Select(p => p.Url));
        Assert.Equal("/2026/04/ny-kaj/", preview.Page!.Item.Page.Url);
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        var calls = new StorageTrace();
        var site = new SimulatedSite(_clock, calls);
        await site.Engine.Preview.RenderAsync(new SourcePath(Path), "# Kaj\n\nText.\n"u8.ToArray(), default);

        Assert.NotEmpty(calls.Calls);
        Assert.All(calls.Calls, c => Assert.True(
            c.Operation is StorageOperation.Find or StorageOperation.Open or StorageOperation.Query, $"{c.Operation}"));
    }

    private Task<PreviewedText> PreviewAsync(string path, string file) =>
        _site.Engine.Preview.RenderAsync(new SourcePath(path), Encoding.UTF8.GetBytes(file), default);

    private static string TextOf(PreviewedText preview) => Encoding.UTF8.GetString(preview.Page!.Html.Span);
}
