using System.Text;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rebuilding;

/// <summary>Redirects of the site's settings come and go, beside sources that claim the same addresses.</summary>
public class SiteRedirectTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";
    private const string Leads = "redirects:\n  /2026/05/kajen/: /amnen/\n";

    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task An_old_address_leads_on_until_it_is_taken_out()
    {
        await UploadAsync("site.yaml", "redirects:\n  /gammal/: /amnen/\n  /sida.aspx: https://www.exempel.se/ny/\n");

        var page = _site.Pages["gammal/index.html"];
        Assert.Contains("url=http://localhost:4280/amnen/\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/amnen/\">/amnen/</a>", page, StringComparison.Ordinal);
        var abroad = _site.Storage.Web.Find("sida.aspx")!;
        Assert.Contains(
            "<link rel=\"canonical\" href=\"https://www.exempel.se/ny/\">", abroad.Text, StringComparison.Ordinal);
        Assert.Contains("text/html", abroad.Properties.Headers.ContentType, StringComparison.Ordinal);

        await UploadAsync("site.yaml", "redirects:\n  /gammal/: /nyhetsarkiv/\n");

        Assert.Contains("<a href=\"/nyhetsarkiv/\">", _site.Pages["gammal/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("sida.aspx", _site.Pages.Keys);

        _site.Delete("site.yaml");
        await _site.SettleAsync();

        Assert.DoesNotContain("gammal/index.html", _site.Pages.Keys);
        Assert.DoesNotContain(
            _site.Storage.Index.Rows, r => r.Key.StartsWith(IndexKeys.Redirects, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_has_its_address_as_long_as_it_is_live()
    {
        await UploadAsync("site.yaml", Leads);
        await UploadAsync(Path, Some.Article("Kajen"));
        Assert.Contains("<h1>Kajen</h1>", _site.Pages[Page], StringComparison.Ordinal);

        _site.Delete(Path);
        await _site.SettleAsync();
        Assert.Contains("/amnen/", _site.Pages[Page], StringComparison.Ordinal);

        await UploadAsync(Path, Some.Article("Kajen"));
        await UploadAsync("site.yaml", "title: Lysekil\n");
        Assert.Contains("<h1>Kajen</h1>", _site.Pages[Page], StringComparison.Ordinal);
    }

    /// <summary>A publish that ran late brings back settings that were deleted, until it looks back.</summary>
    [Fact]
    public async Task A_page_refreshed_before_the_rebuild_of_the_settings_does_not_redirect_yet()
    {
        _site.Storage.Content.Put("site.yaml", Encoding.UTF8.GetBytes(Leads));
        await _site.Engine.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new SourcePath("site.yaml")), 1), default);

        await _site.Engine.PageRefreshes.HandleAsync(
            new(new PageRefreshMessage(PageKey.Parse(Page)!).Write(), 2), default);
        Assert.DoesNotContain(Page, _site.Pages.Keys);

        await _site.SettleAsync();
        Assert.Contains("/amnen/", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_hundred_come_and_go()
    {
        await UploadAsync("site.yaml", "redirects:\n" + Lines(SiteRedirects.Most));
        Assert.Equal(SiteRedirects.Most, OldPages());

        await UploadAsync("site.yaml", "redirects:\n" + Lines(3));
        Assert.Equal(3, OldPages());

        int OldPages() => _site.Pages.Keys.Count(p => p.StartsWith("gammal-", StringComparison.Ordinal));

        static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(n => $"  /gammal-{n}/: /\n"));
    }

    [Fact]
    public async Task An_editor_is_told_of_a_link_by_what_the_settings_lead_to()
    {
        const string Text = "artiklar/2026-05-02-remissen.md";
        await UploadAsync("site.yaml", Leads);
        await UploadAsync(Text, "# Remissen\n\n[Kajen](/2026/05/kajen/)\n");
        Assert.Empty(Told());

        await UploadAsync("site.yaml", "title: Lysekil\n");
        await ReconcileAsync();
        Assert.Equal(["missing-page"], Told());

        await UploadAsync("site.yaml", Leads);
        await ReconcileAsync();
        Assert.Empty(Told());

        IEnumerable<string> Told() => _site.Engine.Status.DiagnosedAsync(default).GetAwaiter().GetResult()
            .SelectMany(s => s.Diagnostics.Select(d => d.Code));
    }

    private async Task ReconcileAsync()
    {
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();
    }

    private async Task UploadAsync(string path, string text)
    {
        _site.Upload(path, text);
        await _site.SettleAsync();
    }
}
