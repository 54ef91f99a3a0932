using System.Net;
using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.Layout;

public sealed class DeskAssetsTests
{
    [Fact]
    public async Task A_page_names_its_assets_by_hash_and_browsers_keep_them_for_ever()
    {
        await using var site = await DeskSite.StartAsync();
        var page = await site.As(DeskRole.Reader).PageAsync("/desk/");
        var sheet = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        var answer = await site.As(null).GetAsync(sheet);

        Assert.Matches("^/desk/assets/desk\\.[0-9a-f]{16}\\.css$", sheet);
        Assert.Equal("text/css; charset=utf-8", answer.Headers["Content-Type"]);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task A_module_that_another_one_imports_is_asked_for_again_and_not_sent_twice()
    {
        await using var site = await DeskSite.StartAsync();
        var first = await site.As(null).GetAsync("/desk/assets/session.mjs");
        var request = new HttpRequestMessage(HttpMethod.Get, "/desk/assets/session.mjs");
        request.Headers.Add("If-None-Match", first.Headers["ETag"]);

        var second = await site.As(null).SendAsync(request);

        Assert.Equal("text/javascript; charset=utf-8", first.Headers["Content-Type"]);
        Assert.Equal("no-cache", first.Headers["Cache-Control"]);
        Assert.Equal(HttpStatusCode.NotModified, second.Status);
        Assert.Empty(second.Body);
    }
}
