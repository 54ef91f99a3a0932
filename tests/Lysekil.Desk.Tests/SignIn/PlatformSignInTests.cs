using System.Net;
using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.SignIn;

public sealed class PlatformSignInTests
{
    [Fact]
    public async Task Nobody_is_asked_to_sign_in_and_comes_back_to_the_same_page()
    {
        await using var site = await DeskSite.StartAsync();

        var answer = await site.As(null).GetAsync("/desk/?visa=draft");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(
            "/.auth/login/aad?post_login_redirect_uri=%2Fdesk%2F%3Fvisa%3Ddraft",
            answer.Page.QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_account_without_a_role_is_told_whom_to_ask()
    {
        await using var site = await DeskSite.StartAsync();
        var browser = new DeskBrowser(site, new DeskAccount("7", "Åsa", null));

        var answer = await browser.GetAsync("/desk/");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("Du har ingen roll på redaktionen", answer.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Two_principals_are_none()
    {
        await using var site = await DeskSite.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/desk/");
        request.Headers.Add(
            ClientPrincipal.Header, DeskBrowser.PrincipalOf(new DeskAccount("8", "Bo", DeskRole.Publisher)));

        var answer = await site.As(DeskRole.Reader).SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task The_navigation_offers_what_the_role_may_do()
    {
        await using var site = await DeskSite.StartAsync();

        Assert.Equal(["Filer", "Bilder", "Inställningar", "Webbplatsen"], await NavigationAsync(DeskRole.Reader));
        Assert.Equal(
            ["Filer", "Ny artikel", "Bilder", "Inställningar", "Webbplatsen"],
            await NavigationAsync(DeskRole.Editor));
        Assert.Equal(
            ["Filer", "Ny artikel", "Bilder", "Inställningar", "Granskning", "Webbplatsen"],
            await NavigationAsync(DeskRole.Publisher));

        async Task<string[]> NavigationAsync(DeskRole role) =>
        [
            .. (await site.As(role).PageAsync("/desk/")).QuerySelectorAll(".masthead nav a").Select(a => a.TextContent),
        ];
    }
}
