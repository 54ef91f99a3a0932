using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// The index holds texts with the quotation marks of their language. A site that gets another language ends like one
/// that always had it.
/// </summary>
public class SiteLanguageTests
{
    private const string Quoting = "Kajen är \"klar\", 'snart' och <<nu>>.";
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";

    [Theory]
    [InlineData(null, "en")]
    [InlineData(null, "nb")]
    [InlineData("en", null)]
    [InlineData("en", "fi")]
    [InlineData("sv-FI", "en-GB")]
    public async Task A_site_that_changes_its_language_ends_like_one_that_always_had_it(string? from, string? to)
    {
        var (changed, always) = (await SiteAsync(from), await SiteAsync(to));
        foreach (var site in new[] { changed, always })
        {
            site.Upload("site.yaml", Settings(to));
            await site.SettleAsync();
            await site.Engine.Reconciler.ReconcileSourcesAsync(default);
            await site.SettleAsync();
        }

        Assert.Equal(always.Pages.Keys.Order(), changed.Pages.Keys.Order());
        Assert.All(always.Pages, p => Assert.Equal(p.Value, changed.Pages[p.Key]));
        Assert.Equal(Rows(always), Rows(changed));
        Assert.Equal(0, (await changed.Engine.Reconciler.ReconcileSourcesAsync(default)).Sources.Count);
    }

    [Theory]
    [InlineData(null, "", "”klar”, ’snart’ och »nu»")]
    [InlineData("en", "", "“klar”, ‘snart’ och «nu»")]
    [InlineData("nb", "", "«klar», ‘snart’ och «nu»")]
    [InlineData("fi", "", "”klar”, ’snart’ och »nu»")]
    [InlineData(null, "lang: en-GB", "“klar”, ‘snart’ och «nu»")]
    [InlineData("en", "lang: sv", "”klar”, ’snart’ och »nu»")]
    [InlineData("en", "lang: de", "“klar”, ‘snart’ och «nu»")]
    public async Task A_text_has_the_quotation_marks_of_its_language_wherever_it_is_shown(
        string? site, string language, string marks)
    {
        var shown = await SiteAsync(site, language);

        string[] pages = [Page, "index.html", "nyhetsarkiv/2026/05/index.html", "rss.xml", "sok/2026-05.json"];
        foreach (var page in pages)
        {
            var text = System.Net.WebUtility.HtmlDecode(shown.Pages[page]);
            Assert.True(text.Contains(marks, StringComparison.Ordinal), page);
        }

        Assert.Contains($"<h1>Om {marks}", shown.Pages[Page], StringComparison.Ordinal);
        Assert.Contains($"alt=\"Bild av {marks}", shown.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_is_no_update_of_a_text()
    {
        var clock = Some.Clock();
        var site = new SimulatedSite(clock);
        site.Upload("site.yaml", Settings(null));
        site.Upload(Path, Article(""));
        await site.SettleAsync();
        clock.Advance(TimeSpan.FromHours(1));

        site.Upload("site.yaml", Settings("en"));
        await site.SettleAsync();
        await site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await site.SettleAsync();
        Assert.Contains("<h1>Om “klar”", site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("Updated:", site.Pages[Page], StringComparison.Ordinal);

        site.Upload(Path, Article("lang: sv"));
        await site.SettleAsync();
        Assert.Contains("<h1>Om ”klar”", site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("Updated:", site.Pages[Page], StringComparison.Ordinal);
    }

    /// <summary>Engines that knew no other quotation marks than Swedish ones kept no language.</summary>
    [Fact]
    public async Task A_record_without_a_language_is_of_a_site_in_Swedish()
    {
        var site = await SiteAsync(null);
        var record = SourceRecordRow.Codec.Read(ColumnsOf(site));
        Assert.DoesNotContain("siteLanguage", ColumnsOf(site).Keys);
        Assert.Equal("sv", record.Language);

        var english = await SiteAsync("en-GB");
        Assert.Equal("en", ColumnsOf(english)["siteLanguage"]);
        english.Delete(Path);
        await english.SettleAsync();
        Assert.DoesNotContain("siteLanguage", ColumnsOf(english).Keys);

        static IReadOnlyDictionary<string, string> ColumnsOf(SimulatedSite site) =>
            site.Storage.Index.Rows.Single(r => r.Key == IndexKeys.Source(new(Path))).Columns;
    }

    private static async Task<SimulatedSite> SiteAsync(string? language, string settings = "")
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("site.yaml", Settings(language));
        site.Upload("bilder/kajen.png", SamplePicture.Png());
        await site.SettleAsync();
        site.Upload(Path, Article(settings));
        site.Upload("artiklar/2026-05-02-english.md", Article("lang: en"));
        site.Upload("sidor/om.md", $"# Om \"oss\"\n\n{Quoting}\n");
        site.Upload("artiklar/2026-05-03-trasig.md", "---\ndate: x\n---\n# Om \"allt\"\n\nText.\n");
        await site.SettleAsync();
        return site;
    }

    private static string Settings(string? language) =>
        $"title: Bladet\nfooter: Det \"lilla\" bladet.\n{(language is null ? "" : $"language: {language}\n")}";

    private static string Article(string settings) => Some.ArticleWith(
        $"tags: [Hamnen]\nauthor: [Eva Ek, Per Berg]\n{settings}",
        "Om \"klar\", 'snart' och <<nu>>",
        $"{Quoting}\n\n## Mer om \"klar\"\n\n![Bild av \"klar\", 'snart' och <<nu>>](/bilder/kajen.png)\n\n"
            + "Sedan \"klar\", 'snart' och <<nu>>.\n\n> [!note]\n> \"Klar\".");

    /// <summary>The rows, without the versions of files, and the settings that a site had before.</summary>
    private static IReadOnlyList<string> Rows(SimulatedSite site) =>
    [
        .. site.Storage.Index.Rows.Where(r => !r.Key.Contains("site.yaml", StringComparison.Ordinal)
                && r.Key != IndexKeys.Settings
                && !r.Key.StartsWith("reconcile", StringComparison.Ordinal)
                && !r.Key.StartsWith("site:", StringComparison.Ordinal))
            .Select(r => $"{r.Key}: " + string.Join(
                "; ", r.Columns.Where(c => c.Key != "seen").OrderBy(c => c.Key, StringComparer.Ordinal))),
    ];
}
