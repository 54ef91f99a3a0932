using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Golden;

/// <summary>Whole sites, for tests of what holds on every site. Each is published once.</summary>
internal static class SampleSites
{
    private const string Content = "content/";

    private static readonly Lazy<Task<SimulatedSite>> Sample = new(PublishSampleAsync);
    private static readonly Lazy<Task<SimulatedSite>> Generated = new(() => PublishGeneratedAsync(articles: 60));

    public static TheoryData<string> Names => new("golden", "sample", "generated");

    public static Task<SimulatedSite> GetAsync(string name) => name switch
    {
        "golden" => GoldenSite.GetAsync(),
        "sample" => Sample.Value,
        "generated" => Generated.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such site."),
    };

    /// <summary>The site that a developer sees at the first start.</summary>
    private static async Task<SimulatedSite> PublishSampleAsync()
    {
        var site = new SimulatedSite(
            new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(1))));
        var assembly = typeof(SampleSites).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(
            n => n.StartsWith(Content, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            site.Upload(name[Content.Length..], bytes.ToArray());
        }

        return await SettledAsync(site);
    }

    /// <summary>
    /// More articles than a feed holds, no two alike: signs that mean something to XML, nothing in a field, much in it.
    /// </summary>
    private static async Task<SimulatedSite> PublishGeneratedAsync(int articles)
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("site.yaml", "title: \"A & <B> ]]>\"\nbaseUrl: https://www.exempel.se\n");
        site.Upload("bilder/hamn.png", SamplePicture.Png());
        string[] titles =
        [
            "Vanlig", "\\\"Citat\\\" & <taggar>", "]]> <![CDATA[", "&amp; &#8;",
            "Åäö 👋🏽", "%20 {{ site.title }}",
        ];
        string[] settings =
        [
            "author: Åsa & <Örjan>", "tags: [Skola, \"R&D\", \"<b>\"]", "lang: en",
            "image: /bilder/hamn.png\nimage_alt: Hamnen",
            "updated: 2026-05-01 12:00", "lead: \"Ingress & <b>sådant</b>\"", "aliases: [/gammal-{0}/]",
            "slug: ny-{0}",
        ];
        string[] texts =
        [
            "Ett stycke.", "",
            "[Länk](/om/) ![Bild](/bilder/hamn.png) [mejl](mailto:a@exempel.se) [nästa](2024-01-01-nr-1.md)",
            "Fotnot.[^1]\n\n[^1]: Här.", "```\n]]>\n```", "Tecken:&#11;&#xFFFE;\u00a0",
            "<a href=\"/om/\">x</a> <script>x</script>", "# Rubrik\n\n| a |\n|--|\n| b |",
        ];
        for (var i = 0; i < articles; i++)
        {
            var front = $"title: \"{titles[i % titles.Length]} {i}\"\n{settings[i % settings.Length]}\n"
                + $"{settings[(i / 3 + 1) % settings.Length]}";
            var unique = string.Join(
                '\n',
                front.Replace("{0}", $"{i}", StringComparison.Ordinal).Split('\n').DistinctBy(l => l.Split(':')[0]));
            var date = new DateOnly(2024, 1, 1).AddDays(i * 14 % 850);
            site.Upload(
                $"artiklar/{date:yyyy-MM-dd}-nr-{i}.md", $"---\n{unique}\n---\n{texts[i / 2 % texts.Length]}\n");
        }

        site.Upload("sidor/om.md", "# Om\n\nText.\n");
        return await SettledAsync(site);
    }

    /// <summary>Asserts that no file was refused, so that the tests cover all of the site.</summary>
    private static async Task<SimulatedSite> SettledAsync(SimulatedSite site)
    {
        await site.SettleAsync();
        Assert.DoesNotContain(site.Outcomes, o => o.Diagnostics.Any(r => r.Severity == Severity.Refusal));
        return site;
    }
}
