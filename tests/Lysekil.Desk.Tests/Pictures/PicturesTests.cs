using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;
using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.Pictures;

public sealed class PicturesTests : IAsyncLifetime
{
    private static readonly byte[] Picture = SamplePicture.Png(900, 600);

    private DeskSite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_picture_is_stored_under_a_readable_name_and_told_of()
    {
        var answer = await UploadAsync(("Kajen i Lysekil (1).PNG", Picture));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var told = JsonDocument.Parse(answer.Body).RootElement[0];
        Assert.Equal("/bilder/kajen-i-lysekil-1.png", told.GetProperty("url").GetString());
        Assert.Equal(Picture, _site.Site.Storage.Content.Find("bilder/kajen-i-lysekil-1.png")!.Content.ToArray());
    }

    [Fact]
    public async Task Another_picture_of_the_same_name_gets_a_name_of_its_own_and_the_same_picture_none()
    {
        var other = SamplePicture.Png(30, 20);

        await UploadAsync(("kaj.png", Picture), ("kaj.png", other));
        await UploadAsync(("kaj.png", Picture));

        Assert.Equal(["bilder/kaj-2.png", "bilder/kaj.png"], _site.Site.Storage.Content.Blobs.Keys);
        Assert.Equal(other, _site.Site.Storage.Content.Find("bilder/kaj-2.png")!.Content.ToArray());
    }

    [Fact]
    public async Task The_editors_page_gets_the_pictures_to_choose_among_and_nothing_that_is_no_picture()
    {
        _site.Site.Upload("bilder/fyren.png", Picture);
        _site.Site.Upload("bilder/protokoll.pdf", "%PDF-1.7\n"u8.ToArray());
        await _site.Site.SettleAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/desk/bilder");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

        var answer = await _site.As(DeskRole.Editor).SendAsync(request);

        var told = Assert.Single(JsonDocument.Parse(answer.Body).RootElement.GetProperty("pictures").EnumerateArray());
        Assert.Equal(
            ("fyren.png", "/bilder/fyren.png"),
            (told.GetProperty("name").GetString(), told.GetProperty("url").GetString()));
        Assert.StartsWith("/desk/webbplats/", told.GetProperty("thumbnail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_is_searched_by_the_names_of_its_files_the_last_changed_first()
    {
        foreach (var name in new[] { "hamnen", "fyren", "Hamnkontoret" })
        {
            _site.Site.Upload($"bilder/{name}.png", Picture);
            await _site.Site.SettleAsync();
            _site.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        _site.Site.Upload("bilagor/hamnen.pdf", "%PDF-1.7\n"u8.ToArray());
        await _site.UploadAsync(Some.Path, "# Hamnen\n\nText om bilder/hamn.\n");

        var page = await _site.As(DeskRole.Reader).PageAsync("/desk/bilder?sok=hamn%20.png");

        Assert.Equal(
            ["Hamnkontoret.png", "hamnen.png"],
            page.QuerySelectorAll(".library li a").Select(a => a.TextContent));
        Assert.Equal("hamn .png", page.QuerySelector("#sok")!.GetAttribute("value"));

        var nothing = await _site.As(DeskRole.Reader).PageAsync("/desk/bilder?sok=skola");
        Assert.Contains("Inga filer med ”skola” i namnet.", nothing.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(nothing.QuerySelectorAll(".library li"));
    }

    [Fact]
    public async Task A_search_of_the_library_goes_on_where_its_page_ended()
    {
        for (var n = 0; n < 30; n++)
        {
            _site.Site.Upload($"bilder/kaj-{n}.png", SamplePicture.Png(2, n + 1));
        }

        await _site.Site.SettleAsync();
        var names = new List<string>();
        for (var address = "/desk/bilder?sok=kaj"; address is not null;)
        {
            var page = await _site.As(DeskRole.Reader).PageAsync(address);
            names.AddRange(page.QuerySelectorAll(".library li a").Select(a => a.TextContent)
                .Where(name => name.StartsWith("kaj-", StringComparison.Ordinal)));
            address = page.QuerySelector(".paging a.button")?.GetAttribute("href");
        }

        Assert.Equal(
            Enumerable.Range(0, 30).Select(n => $"kaj-{n}.png").Order(StringComparer.Ordinal),
            names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("kaj.png", "<svg onload=alert(1)></svg>")]
    [InlineData("kaj.svg", "<svg onload=alert(1)></svg>")]
    [InlineData("kaj.html", "<script>alert(1)</script>")]
    [InlineData("kaj.heic", "x")]
    [InlineData("kaj", "x")]
    [InlineData("kaj.png", "")]
    [InlineData("<script>alert(1)</script>", "x")]
    public async Task A_refused_file_stores_nothing_and_says_why(string name, string content)
    {
        var answer = await UploadAsync((name, Encoding.UTF8.GetBytes(content)));

        var told = JsonDocument.Parse(answer.Body).RootElement[0];
        Assert.True(told.GetProperty("isRefused").GetBoolean());
        Assert.NotEqual("", told.GetProperty("remarks")[0].GetString());
        Assert.Empty(_site.Site.Storage.Content.Blobs);
    }

    [Theory]
    [InlineData("../../site.yaml")]
    [InlineData("..\\site.yaml")]
    [InlineData("/etc/passwd")]
    public async Task A_name_with_folders_leads_nowhere(string name)
    {
        await UploadAsync((name, Picture), (name + ".png", Picture));

        Assert.All(
            _site.Site.Storage.Content.Blobs.Keys, n => Assert.StartsWith("bilder/", n, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_script_the_page_tells_of_each_file()
    {
        var answer = await UploadAsync("text/html", ("kaj.png", Picture), ("elak.svg", "<svg/>"u8.ToArray()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("/bilder/kaj.png", answer.Page.QuerySelector("[role=status] code")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("elak.svg", answer.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_shows_each_picture_with_where_it_is_used()
    {
        _site.Site.Upload("bilder/kaj.png", Picture);
        _site.Site.Upload("bilder/oanvand.png", SamplePicture.Png());
        await _site.UploadAsync(Some.Path, "# Kajen\n\n![Kajen](/bilder/kaj.png)\n");

        var page = await _site.As(DeskRole.Reader).PageAsync("/desk/bilder");

        var items = page.QuerySelectorAll(".library li");
        Assert.Contains("2026-05-03-kajen.md", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Används inte", items[1].TextContent, StringComparison.Ordinal);
        var thumbnail = items[0].QuerySelector("img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await _site.As(null).GetAsync(thumbnail)).Status);
        Assert.Null(page.QuerySelector("#upload"));
    }

    [Fact]
    public async Task The_library_is_read_page_by_page_with_as_many_calls_for_few_as_for_many()
    {
        for (var i = 0; i < 60; i++)
        {
            _site.Site.Storage.Content.Put($"bilder/{i:00}.png", Picture);
        }

        _site.Calls.Clear();
        var page = await _site.As(DeskRole.Reader).PageAsync("/desk/bilder");
        var calls = _site.Calls.Calls.Count;
        Assert.Equal(24, page.QuerySelectorAll(".library li").Length);
        Assert.InRange(calls, 1, 1 + (2 * 24));

        var next = await _site.As(DeskRole.Reader).PageAsync(page.QuerySelector(".paging a")!.GetAttribute("href")!);
        Assert.Contains("24.png", next.QuerySelector(".library li")!.TextContent, StringComparison.Ordinal);
    }

    private Task<DeskAnswer> UploadAsync(params (string Name, byte[] Content)[] files) =>
        UploadAsync("application/json", files);

    /// <summary>Uploads files with the token of the library's form, as a browser does.</summary>
    private async Task<DeskAnswer> UploadAsync(string accept, params (string Name, byte[] Content)[] files)
    {
        var browser = _site.As(DeskRole.Editor);
        var library = await browser.GetAsync("/desk/bilder");
        var token = (IHtmlInputElement)library.Page.QuerySelector("#upload input[name^=__]")!;
        var form = new MultipartFormDataContent { { new StringContent(token.Value), token.Name! } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse(
                $"form-data; name=filer; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"");
            form.Add(part);
        }

        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/desk/bilder")
        {
            Content = form,
            Headers =
            {
                { "Accept", accept },
                { "Cookie", library.Headers["Set-Cookie"].Split(';')[0] },
            },
        });
    }
}
