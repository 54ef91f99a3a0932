using System.Text;
using Lysekil.Local.Website;

namespace Lysekil.Local.Tests.Website;

public sealed class BrowserViewTests
{
    private static readonly Uri Site = new("https://prov.example/");

    /// <summary>A template writes the plus of a hash as a reference, whose semicolon ends no directive.</summary>
    [Theory]
    [InlineData("""<meta http-equiv="Content-Security-Policy" content="script-src 'sha256-a&#x2B;b='">""")]
    [InlineData("""<META content="script-src &#39;sha256-a&#43;b=&#39;" HTTP-EQUIV='content-security-policy'/>""")]
    public async Task A_policy_keeps_the_hashes_of_the_page_s_own_scripts(string element) => Assert.Contains(
        "content=\"script-src 'sha256-a+b=' 'self'\"", await ViewAsync(element), StringComparison.Ordinal);

    [Theory]
    [InlineData("0; url=https://prov.example/2019/10/val/?a&amp;b#c", "0; url=/2019/10/val/?a&amp;b#c")]
    [InlineData("0;URL='https://PROV.example/'", "0;URL=/")]
    [InlineData("0; url=https://annan.example/val/", "0; url=https://annan.example/val/")]
    [InlineData("0; url=https://prov.example:8443/", "0; url=https://prov.example:8443/")]
    [InlineData("0; url=/om/", "0; url=/om/")]
    [InlineData("30", "30")]
    public async Task A_page_that_has_moved_leads_to_this_server_if_it_leads_to_the_site(string target, string seen) =>
        Assert.Contains(
            $"<meta http-equiv=\"refresh\" content=\"{seen}\">",
            await ViewAsync($"<meta http-equiv=\"refresh\" content=\"{target}\">"),
            StringComparison.Ordinal);

    [Fact]
    public async Task Everything_else_stays_as_it_is_written()
    {
        const string Page = "<!doctype html><meta charset=utf-8><meta name='a' content=\"x > &#x2B;\"><p>Sök\n";

        Assert.EndsWith("</script>" + Page, await ViewAsync(Page), StringComparison.Ordinal);
    }

    private static async Task<string> ViewAsync(string page)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(page));
        var view = new BrowserView(bytes, "\"1\"", "");
        return Encoding.UTF8.GetString(await view.RenderAsync(_ => Task.FromResult(Site), default));
    }
}
