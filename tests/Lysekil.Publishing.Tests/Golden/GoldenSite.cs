using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Rendering.Search;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Golden;

/// <summary>A small site with one of everything, for the tests that look at whole pages. Published once.</summary>
internal static class GoldenSite
{
    private static readonly Lazy<Task<SimulatedSite>> Site = new(PublishAsync);

    public static Task<SimulatedSite> GetAsync() => Site.Value;

    private static async Task<SimulatedSite> PublishAsync()
    {
        var clock = Some.Clock();
        var site = new SimulatedSite(clock);
        site.Upload(
            "site.yaml",
            "title: Lysekils nyheter\nbaseUrl: https://www.exempel.se\n"
            + "description: Nyheter & politik i \"Lysekil\".\n");
        site.Upload("bilder/hamn.png", SamplePicture.Png(1_000, 600));
        site.Upload("sidor/om.md", "# Om oss\n\nVi skriver om kommunen. [Läs mer](/nyhetsarkiv/).\n");
        site.Upload("artiklar/2019/valkyriorna.md", Some.Fixture("valkyriorna.txt"));
        site.Upload(
            "artiklar/2025/2025-11-20-budget.md",
            """
            ---
            title: Budget & "skatt" <2026>
            date: 2025-11-20 18:30
            author: Eva Ström
            lead: Kommunens budget i korthet.
            tags: [Ekonomi, Åldringsvård, Östersjön]
            image: ../../bilder/hamn.png
            image_alt: Hamnen en höstkväll
            image_caption: Hamnen i november.
            image_credit: Åsa Öberg
            aliases: [/nyheter/budget/]
            ---
            Text med fotnot.[^1] Se [valkyriorna](../2019/2019-10-05-valkyriorna.md) och ![kajen](/bilder/hamn.png).

            ## Siffror

            | Nämnd | Mkr |
            |---|--:|
            | Skola | 412 |

            > Ett citat.

            Rad med Words radbrytning:&#11;här.

            [^1]: Källa: www.lysekil.se.
            """);
        site.Upload(
            "artiklar/2025/2025-11-21-skola.md",
            Some.ArticleWith("tags: [Skola, Ekonomi]\nlang: en", "English text", "An article in English."));
        site.Upload("artiklar/2026-05-01-utkast.md", Some.ArticleWith("draft: true"));
        site.Upload("artiklar/2026-06-01-senare.md", Some.Article("Det som kommer"));
        site.Upload("artiklar/2026-05-02-trasig.md", "---\ntitle: x\ndate: i går\n---\n");
        site.Upload(
            "artiklar/2026-05-03-varning.md",
            "# En länk för lite\n\n[Klicka](javascript:alert(1)) {{ site.title }}.\n");
        await site.SettleAsync();
        clock.Advance(TimeSpan.FromHours(1));
        site.Upload(
            "artiklar/2026-05-03-varning.md",
            "# En länk för lite\n\n[Klicka](javascript:alert(1)) {{ site.title }}. Nu rättad.\n");
        await site.Engine.Rebuilder.StartAsync(default);
        await site.SettleAsync();
        return site;
    }

    /// <summary>All pages that the site consists of, by name.</summary>
    public static async Task<SortedDictionary<string, string>> FilesAsync()
    {
        var site = await GetAsync();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, blob) in site.Storage.Web.Blobs.Where(
            b => !b.Key.StartsWith("bilder/", StringComparison.Ordinal)
                && b.Key != SearchScript.Page.Value && b.Key != SearchScript.Words.Value
                && b.Key != PageKey.Favicon.Value && b.Key != PageKey.TouchIcon.Value))
        {
            files["web/" + name] = blob.Text;
        }

        return files;
    }
}
