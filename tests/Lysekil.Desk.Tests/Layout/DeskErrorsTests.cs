using System.Net;
using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.Layout;

public sealed class DeskErrorsTests
{
    [Fact]
    public async Task A_fault_of_storage_is_explained_without_its_details()
    {
        await using var site = await DeskSite.StartAsync(gate: new FailingGate());

        var answer = await site.As(DeskRole.Publisher).GetAsync("/desk/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("Lagringen svarar inte just nu", answer.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("5", answer.Headers["Retry-After"]);
        Assert.DoesNotContain("hemligt", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/finns-inte")]
    [InlineData("/desk/fil/")]
    [InlineData("/desk/fil/artiklar/finns-inte.md")]
    [InlineData("/desk/fil/artiklar//a.md")]
    [InlineData("/desk/fil/artiklar%5C..%5Ca.md")]
    [InlineData("/desk/historik/artiklar/a.md?version=../../nycklar/a.xml")]
    [InlineData("/desk/granskning?manad=0001-01")]
    [InlineData("/desk/granskning?manad=%3Cscript%3E")]
    [InlineData("/desk/assets/desk.0000000000000000.css")]
    [InlineData("/desk/assets/..%2Fdesk.css")]
    public async Task What_is_not_there_is_said_in_swedish(string url)
    {
        await using var site = await DeskSite.StartAsync();

        var answer = await site.As(DeskRole.Publisher).GetAsync(url);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("Det finns inget här", answer.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_change_that_lacks_a_field_is_a_bad_request()
    {
        await using var site = await DeskSite.StartAsync();

        var answer = await site.As(DeskRole.Publisher).PostAsync(
            "/desk/atgard/aterstall/" + Some.Path, new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Det där gick inte att ta emot", answer.Page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/deskjockey/")]
    [InlineData("/2026/05/kajen/")]
    public async Task What_is_not_the_desks_passes_on_without_its_headers(string url)
    {
        await using var site = await DeskSite.StartAsync();

        var answer = await site.As(null).GetAsync(url);

        Assert.Equal(DeskSite.Beyond, answer.Text);
        Assert.False(answer.Headers.ContainsKey("Content-Security-Policy"));
    }
}
