using System.Net;
using System.Net.Http.Headers;
using Lysekil.Desk.SignIn;
using Lysekil.Local.Website;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Website;

public sealed class WebsiteHostTests : IAsyncLifetime, IDisposable
{
    private const string Page =
        """<!doctype html><html><head><meta http-equiv="Content-Security-Policy" """
        + """content="default-src 'none'; style-src 'self'"><title>T</title></head><body>Val</body></html>""";

    private static readonly BlobHeaders Html = new("text/html; charset=utf-8", "public, max-age=60");

    private readonly SimulatedStorage _storage = new(TimeProvider.System);
    private readonly HttpClient _http = new();
    private WebsiteHost _website = null!;

    public async Task InitializeAsync()
    {
        _website = await WebsiteHost.StartAsync(_storage.Site, Desk(), () => [], port: 0, TimeProvider.System, default);
        _http.BaseAddress = _website.Address;
    }

    public async Task DisposeAsync() => await _website.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    public async Task The_front_page_is_the_index_document(string path)
    {
        _storage.Web.Put("index.html", Page, Html);

        var answer = await _http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Page, await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/2019/10/val/")]
    [InlineData("/2019/10/val")]
    [InlineData("/2019/10/val/index.html")]
    public async Task A_folder_answers_with_its_index_document_and_without_a_redirect(string path)
    {
        _storage.Web.Put("2019/10/val/index.html", Page, Html);

        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_stored_compressed_is_served_with_its_coding()
    {
        var page = RenderedPage.Compressed("{}"u8.ToArray(), "application/json", RenderedPage.AskAgain);
        await using var content = await page.OpenAsync(false, default);
        await _storage.Web.WriteAsync("sok/2026-05.json", content!, page.Headers, expected: null, default);

        var answer = await _http.GetAsync("/sok/2026-05.json");

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(content!.Length, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task Names_with_letters_outside_ascii_are_found()
    {
        _storage.Web.Put("bilder/ålgräs.webp", "…", new("image/webp"));

        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync("/bilder/%C3%A5lgr%C3%A4s.webp")).StatusCode);
    }

    [Fact]
    public async Task Paths_are_case_sensitive()
    {
        _storage.Web.Put("rss.xml", "<rss/>", new("application/rss+xml"));

        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync("/RSS.xml")).StatusCode);
    }

    [Fact]
    public async Task A_missing_page_gets_the_error_document_and_404()
    {
        _storage.Web.Put("404.html", "<p>Sidan finns inte", Html);

        var answer = await _http.GetAsync("/borta/");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("<p>Sidan finns inte", await answer.Content.ReadAsStringAsync());
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task Head_answers_as_get_does_without_the_content()
    {
        var etag = _storage.Web.Put("index.html", Page, Html);

        var answer = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(etag.Value, answer.Headers.ETag!.ToString());
        Assert.Equal(Page.Length, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_client_with_the_current_version_gets_304()
    {
        var etag = _storage.Web.Put("index.html", Page, Html);
        var conditional = new HttpRequestMessage(HttpMethod.Get, "/");
        conditional.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(etag.Value));

        var answer = await _http.SendAsync(conditional);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(etag.Value, answer.Headers.ETag!.ToString());
        _storage.Web.Put("index.html", "annat", Html);
        conditional = new HttpRequestMessage(HttpMethod.Get, "/");
        conditional.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(etag.Value));
        Assert.Equal(HttpStatusCode.OK, (await _http.SendAsync(conditional)).StatusCode);
    }

    [Fact]
    public async Task Other_methods_are_not_allowed() =>
        Assert.Equal(
            HttpStatusCode.MethodNotAllowed,
            (await _http.PostAsync("/", new StringContent("x"))).StatusCode);

    [Fact]
    public async Task A_browser_gets_live_reload_and_a_policy_that_lets_it_run()
    {
        var etag = _storage.Web.Put("index.html", Page, Html);

        var answer = await BrowseAsync("/");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Contains("<script src=\"/.lysekil/live-reload.js\"", html, StringComparison.Ordinal);
        Assert.Contains(
            "content=\"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'\"",
            html,
            StringComparison.Ordinal);
        Assert.Equal(etag.Value, answer.Headers.ETag!.ToString());
        Assert.Equal(Page, System.Text.Encoding.UTF8.GetString(_storage.Web.Blobs["index.html"].Content.ToArray()));
    }

    [Fact]
    public async Task A_browser_gets_files_other_than_pages_unchanged()
    {
        _storage.Web.Put("rss.xml", "<rss/>", new("application/rss+xml"));

        Assert.Equal("<rss/>", await (await BrowseAsync("/rss.xml")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_live_reload_script_is_served() =>
        Assert.Contains(
            "EventSource", await _http.GetStringAsync("/.lysekil/live-reload.js"), StringComparison.Ordinal);

    [Fact]
    public async Task An_open_page_is_notified_of_another_version()
    {
        var etag = _storage.Web.Put("2019/val/index.html", Page, Html);
        var address = $"/.lysekil/versions?page=/2019/val/&shown={Uri.EscapeDataString(etag.Value)}";
        using var events = new StreamReader(await _http.GetStreamAsync(address));
        Assert.Equal("retry: 500", await events.ReadLineAsync());
        Assert.Equal("", await events.ReadLineAsync());
        Assert.Equal("event: refused", await events.ReadLineAsync());
        Assert.Equal("data: []", await events.ReadLineAsync());
        Assert.Equal("", await events.ReadLineAsync());

        _storage.Web.Put("2019/val/index.html", "ny", Html);

        Assert.Equal("event: changed", await events.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(15)));
    }

    [Fact]
    public async Task A_browser_that_comes_before_the_first_page_waits_for_it()
    {
        var answer = await BrowseAsync("/");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("data-shown=\"\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("text/plain", (await _http.GetAsync("/")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_desk_is_served_under_a_path_of_its_own_and_the_site_beside_it()
    {
        _storage.Web.Put("desken/index.html", Page, Html);

        Assert.Equal($"{_website.Address}desk/", _website.DeskAddress.AbsoluteUri);
        var desk = await _http.GetAsync(_website.DeskAddress);

        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        Assert.True(desk.Headers.CacheControl!.NoStore);
        Assert.Contains(_website.Address.AbsoluteUri, await desk.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Page, await _http.GetStringAsync("/desken/"));
    }

    [Fact]
    public async Task The_desk_is_that_of_the_role_that_was_chosen()
    {
        var readers = new LocalDesk(_storage.Site, DeskRole.Reader, TimeProvider.System);
        await using var website = await WebsiteHost.StartAsync(
            _storage.Site, readers, () => [], port: 0, TimeProvider.System, default);

        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(website.DeskAddress)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await _http.GetAsync(new Uri(website.DeskAddress, "granskning"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync(new Uri(_website.DeskAddress, "granskning"))).StatusCode);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_a_remedy()
    {
        var cannot = await Assert.ThrowsAsync<RunnerException>(
            () => WebsiteHost.StartAsync(
                _storage.Site, Desk(), () => [], _website.Address.Port, TimeProvider.System, default));

        Assert.Contains("--port", cannot.Remedy, StringComparison.Ordinal);
    }

    private LocalDesk Desk() => new(_storage.Site, DeskRole.Publisher, TimeProvider.System);

    private Task<HttpResponseMessage> BrowseAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        return _http.SendAsync(request);
    }
}
