using System.Diagnostics;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;
using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.Preview;

public sealed class PreviewTests : IAsyncLifetime
{
    private const string Draft = "---\ntitle: Kajen\ndraft: true\n---\nText med ![Kajen](/bilder/kaj.png) "
        + "och [en länk](/om/).\n";

    private DeskSite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_is_typed_is_shown_as_it_will_look_with_remarks_at_their_lines()
    {
        _site.Site.Upload("bilder/kaj.png", SamplePicture.Png(900, 600));
        await _site.UploadAsync(Some.Path, Draft);

        var shown = await TypeAsync("Text med ![Kajen](/bilder/kaj.png).\n\n![](/bilder/saknas.jpg)\n");

        var page = new HtmlParser().ParseDocument(shown.GetProperty("html").GetString()!);
        Assert.Equal("Kajen", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/desk/webbplats/bilder/kaj.png", page.QuerySelector(".body img")!.GetAttribute("src"));
        Assert.StartsWith("/desk/webbplats/bilder/kaj.png.", page.QuerySelector("source")!.GetAttribute("srcset"),
            StringComparison.Ordinal);
        Assert.StartsWith("/desk/webbplats/stil.", page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"),
            StringComparison.Ordinal);
        Assert.Contains(7, shown.GetProperty("diagnostics").EnumerateArray()
            .Where(d => d.GetProperty("line").ValueKind == JsonValueKind.Number)
            .Select(d => d.GetProperty("line").GetInt32()));
        Assert.Equal("Texten är ett utkast, som läsarna inte ser.", shown.GetProperty("forecast").GetString());
    }

    [Fact]
    public async Task A_link_to_a_part_of_the_text_leads_there_in_the_frame_and_behind_the_link()
    {
        await _site.UploadAsync(Some.Path, Draft + "\n[Dit](#dit)\n\n## Dit\n\nText.\n");

        var typed = new HtmlParser().ParseDocument(
            (await TypeAsync("[Dit](#dit)\n\n## Dit\n\nText.\n")).GetProperty("html").GetString()!);
        var saved = await _site.As(null).GetAsync(await LinkAsync());

        Assert.Equal("about:srcdoc#dit", typed.QuerySelector(".body a")!.GetAttribute("href"));
        Assert.Contains("#dit", saved.Page.QuerySelectorAll(".body a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_preview_of_10_KB_takes_less_than_300_ms()
    {
        await _site.UploadAsync(Some.Path, Draft);
        var text = string.Concat(
            Enumerable.Repeat("Ett **stycke** om [kajen](/om/) och hamnen, en rad lång.\n\n", 190));
        Assert.InRange(text.Length, 10_000, 12_000);
        var fields = await FieldsAsync(text);
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            fields["text"] = text + i;
            var started = Stopwatch.GetTimestamp();
            await RenderAsync(fields);
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }

        Assert.True(fastest < TimeSpan.FromMilliseconds(300), $"It took {fastest.TotalMilliseconds} ms.");
    }

    [Fact]
    public async Task A_link_shows_the_newest_saved_version_to_readers_without_an_account()
    {
        await _site.UploadAsync(Some.Path, Draft);
        var link = await LinkAsync();

        var first = await _site.As(null).GetAsync(link);
        await _site.SaveAsync(Some.Path, Draft.Replace("Kajen", "Nya kajen", StringComparison.Ordinal));
        var second = await _site.As(null).GetAsync(link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal("Kajen", first.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Nya kajen", second.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("no-store", second.Headers["Cache-Control"]);
        Assert.Contains("noindex", second.Headers["X-Robots-Tag"], StringComparison.Ordinal);
        Assert.Contains("noindex", second.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content")!,
            StringComparison.Ordinal);
        Assert.Contains("sandbox", second.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", second.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("https://www.lysekil.example/om/", second.Page.QuerySelector(".body a")!.GetAttribute("href"));
        Assert.NotNull(second.Page.QuerySelector(".preview-note"));
    }

    [Fact]
    public async Task A_link_ends_after_its_time_and_cannot_be_changed_or_guessed()
    {
        await _site.UploadAsync(Some.Path, Draft);
        var link = await LinkAsync();
        var changed = link[..^1] + (link[^1] == 'A' ? 'B' : 'A');

        Assert.Equal(HttpStatusCode.NotFound, (await _site.As(null).GetAsync(changed)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.As(null).GetAsync("/desk/utkast/" + Some.Path)).Status);
        _site.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await _site.As(null).GetAsync(link)).Status);
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.As(null).GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_link_to_a_file_that_is_gone_tells_nothing()
    {
        await _site.UploadAsync(Some.Path, Draft);
        var link = await LinkAsync();
        _site.Site.Delete(Some.Path);

        Assert.Equal(HttpStatusCode.NotFound, (await _site.As(null).GetAsync(link)).Status);
    }

    [Fact]
    public async Task The_sites_style_sheet_and_pictures_are_served_and_nothing_that_runs()
    {
        _site.Site.Upload("bilder/kaj.png", SamplePicture.Png(900, 600));
        await _site.UploadAsync(Some.Path, Some.Article());
        var style = _site.Site.Pages.Keys.Single(p => p.EndsWith(".css", StringComparison.Ordinal));
        var scripts = _site.Site.Pages.Keys.Where(p => p.EndsWith(".js", StringComparison.Ordinal));

        Assert.Equal("text/css; charset=utf-8", await TypeOfAsync(style));
        Assert.Equal("image/png", await TypeOfAsync("bilder/kaj.png"));
        string[] hiddenNames = ["index.html", "2026/05/kajen/index.html", .. scripts, "rss.xml", "finns-inte.css"];
        foreach (var hidden in hiddenNames)
        {
            Assert.Equal("404", await TypeOfAsync(hidden));
        }
    }

    [Fact]
    public async Task A_site_that_is_not_built_has_its_style_sheet_in_previews()
    {
        var style = (await _site.Site.Engine.Preview.SiteAsync(default)).Theme.StyleSheetPage;

        Assert.Empty(_site.Site.Pages);
        Assert.Equal("text/css; charset=utf-8", await TypeOfAsync(style.Value));
    }

    private async Task<string> TypeOfAsync(string name)
    {
        var answer = await _site.As(null).GetAsync("/desk/webbplats/" + name);
        return answer.Status == HttpStatusCode.OK ? answer.Headers["Content-Type"] : $"{(int)answer.Status}";
    }

    private async Task<string> LinkAsync() =>
        (await _site.As(DeskRole.Editor).PageAsync("/desk/skriv/" + Some.Path))
            .QuerySelector("#link")!.GetAttribute("value")!;

    private async Task<JsonElement> TypeAsync(string text) => await RenderAsync(await FieldsAsync(text));

    private async Task<Dictionary<string, string>> FieldsAsync(string text) =>
        EditorForm.FieldsOf(await _site.As(DeskRole.Editor).PageAsync("/desk/skriv/" + Some.Path))
            .With(("text", text), ("sokvag", Some.Path));

    private async Task<JsonElement> RenderAsync(Dictionary<string, string> fields)
    {
        var answer = await _site.As(DeskRole.Editor).PostAsync("/desk/forhandsvisa", fields);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
