using System.Net;
using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.SignIn;

public sealed class LaptopSignInTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:4280", HttpStatusCode.OK)]
    [InlineData("::1", "127.0.0.1:4280", HttpStatusCode.OK)]
    [InlineData("::1", "[::1]:4280", HttpStatusCode.OK)]
    [InlineData("192.168.1.7", "localhost:4280", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "elak.example", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "localhost.elak.example", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "anna.localhost:4280", HttpStatusCode.OK)]
    [InlineData("192.168.1.7", "anna.localhost:4280", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "elak.example.localhost", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "elaklocalhost", HttpStatusCode.Unauthorized)]
    public async Task Only_this_machine_under_its_own_name_is_signed_in(
        string caller, string host, HttpStatusCode status)
    {
        await using var site = await DeskSite.StartAsync(SignInMode.Laptop, caller: IPAddress.Parse(caller));

        Assert.Equal(status, (await site.As(null).GetAsync($"http://{host}/desk/")).Status);
    }

    [Theory]
    [InlineData("localhost:4280", "lokal")]
    [InlineData("127.0.0.1:4280", "lokal")]
    [InlineData("anna.localhost:4280", "anna")]
    [InlineData("Bo-2.LOCALHOST", "bo-2")]
    public async Task A_name_below_localhost_is_the_name_of_the_account(string host, string name)
    {
        await using var site = await DeskSite.StartAsync(SignInMode.Laptop);

        var page = await site.As(null).PageAsync($"http://{host}/desk/");

        Assert.Equal(name, page.QuerySelector(".account")!.FirstChild!.TextContent.Trim());
    }

    [Fact]
    public async Task A_principal_in_a_header_is_not_looked_at()
    {
        await using var site = await DeskSite.StartAsync(SignInMode.Laptop, laptopRoles: [DeskRole.Reader]);

        Assert.Equal(HttpStatusCode.Forbidden, (await site.As(DeskRole.Publisher).GetAsync("/desk/granskning")).Status);
    }

    [Fact]
    public async Task The_laptop_has_the_roles_that_it_was_started_with()
    {
        await using var site = await DeskSite.StartAsync(
            SignInMode.Laptop, laptopRoles: [DeskRole.Reader, DeskRole.Editor]);

        var page = await site.As(null).PageAsync("/desk/");

        Assert.Equal("redaktör", page.QuerySelector(".account .soft")!.TextContent);
        Assert.Null(page.QuerySelector(".account a"));
    }
}
