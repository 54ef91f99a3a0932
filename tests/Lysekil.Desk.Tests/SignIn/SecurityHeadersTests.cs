using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.SignIn;

public sealed class SecurityHeadersTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; "
        + "frame-src 'self'; base-uri 'none'; img-src 'self' blob: data:; frame-ancestors 'none'";

    [Theory]
    [InlineData("/desk/", 200)]
    [InlineData("/desk/granskning", 403)]
    [InlineData("/desk/fil/artiklar/finns-inte.md", 404)]
    [InlineData("/desk/finns-inte", 404)]
    public async Task Each_answer_has_the_policy_and_is_not_kept(string url, int status)
    {
        await using var site = await DeskSite.StartAsync();

        Check(await site.As(DeskRole.Reader).GetAsync(url), status);
    }

    [Fact]
    public async Task So_have_answers_to_nobody_and_after_a_fault()
    {
        await using var site = await DeskSite.StartAsync(gate: new FailingGate());

        Check(await site.As(null).GetAsync("/desk/"), 401);
        Check(await site.As(DeskRole.Reader).GetAsync("/desk/"), 503);
    }

    [Fact]
    public async Task The_editors_page_lets_the_text_that_is_typed_show_pictures_of_other_sites()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.Article());

        var answer = await site.As(DeskRole.Editor).GetAsync("/desk/skriv/" + Some.Path);

        Assert.Equal(
            Policy.Replace("data:;", "data: https:;", StringComparison.Ordinal),
            answer.Headers["Content-Security-Policy"]);
    }

    [Fact]
    public async Task Pages_have_nothing_that_the_policy_would_stop()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.Article());
        await site.SaveAsync(Some.Path, Some.Article("Kajen rivs"));

        string[] urls = ["/desk/", "/desk/fil/" + Some.Path, "/desk/historik/" + Some.Path, "/desk/granskning"];
        foreach (var url in urls)
        {
            var page = await site.As(DeskRole.Publisher).PageAsync(url);

            Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), base, iframe, object, embed"));
            Assert.All(
                page.QuerySelectorAll("script, link[rel=stylesheet], link[rel=icon]"),
                e => Assert.StartsWith("/desk/assets/", e.GetAttribute("src") ?? e.GetAttribute("href")));
            Assert.DoesNotContain(
                page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    private static void Check(DeskAnswer answer, int status)
    {
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(Policy, answer.Headers["Content-Security-Policy"]);
        Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
    }
}
