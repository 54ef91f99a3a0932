using System.Net;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Desk.Tests.SignIn;

/// <summary>What <see cref="EndpointTableTests"/> does not ask of every endpoint.</summary>
public sealed class ChangeGuardTests
{
    private const string Url = "/desk/atgard/aterstall/" + Some.Path;

    [Theory]
    [InlineData("same-origin", null, HttpStatusCode.Found)]
    [InlineData("none", null, HttpStatusCode.Found)]
    [InlineData("same-site", null, HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "http://localhost", HttpStatusCode.Forbidden)]
    public async Task What_the_browser_says_of_the_sending_page_counts(
        string site, string? origin, HttpStatusCode status) =>
        Assert.Equal(status, await ChangeAsync(("Sec-Fetch-Site", site), ("Origin", origin)));

    [Theory]
    [InlineData("https://desk.example", "desk.example", HttpStatusCode.Found)]
    [InlineData("https://elak.example", "desk.example", HttpStatusCode.Forbidden)]
    [InlineData("https://desk.example:8443", "desk.example", HttpStatusCode.Forbidden)]
    public async Task Behind_a_proxy_the_name_that_the_browser_called_counts(
        string origin, string host, HttpStatusCode status) =>
        Assert.Equal(status, await ChangeAsync(("Origin", origin), ("X-Forwarded-Host", host)));

    [Fact]
    public async Task The_token_of_another_account_is_none()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, Some.Article());
        var bo = site.As(DeskRole.Publisher, "bo@lysekil.example");
        var request = await RequestAsync(site, site.As(DeskRole.Publisher));

        Assert.Equal(HttpStatusCode.BadRequest, (await bo.SendAsync(request)).Status);
    }

    private static async Task<HttpStatusCode> ChangeAsync(params (string Name, string? Value)[] headers)
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, Some.Article());
        var browser = site.As(DeskRole.Publisher);
        var request = await RequestAsync(site, browser);
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
        {
            request.Headers.Add(name, value);
        }

        return (await browser.SendAsync(request)).Status;
    }

    private static async Task<HttpRequestMessage> RequestAsync(DeskSite site, DeskBrowser browser)
    {
        var versions = await site.History.ListAsync(new SourcePath(Some.Path), 10, default);
        return browser.Form(Url, new Dictionary<string, string>
        {
            ["version"] = versions[0].Id,
            ["etag"] = site.Site.Storage.Content.Find(Some.Path)!.Properties.ETag.Value,
        });
    }
}
