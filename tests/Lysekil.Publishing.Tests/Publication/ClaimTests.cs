using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

public class ClaimTests
{
    private const string Page = "2026/05/kajen/index.html";

    /// <summary>
    /// Every history of four events: the first or the second file is uploaded (a, b) or deleted (A, B).
    /// </summary>
    public static TheoryData<string> Histories =>
        [
            .. from one in "aAbB"
               from two in "aAbB"
               from three in "aAbB"
               from four in "aAbB"
               select new string([one, two, three, four]),
        ];

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task The_smallest_path_of_the_present_files_owns_the_URL(string history)
    {
        var site = new SimulatedSite(Some.Clock());
        foreach (var act in history)
        {
            var path = $"artiklar/{char.ToLowerInvariant(act)}/2026-05-01-kajen.md";
            if (char.IsUpper(act))
            {
                site.Delete(path);
            }
            else
            {
                site.Upload(path, Some.Article($"Kajen av {act}"));
            }
        }

        await site.SettleAsync();

        var sources = site.Storage.Content.Blobs;
        var owner = sources.Keys.FirstOrDefault();
        Assert.Equal(owner is null ? null : $"Kajen av {owner[9]}", TitleOf(site));
        Assert.All(sources, s => Assert.Equal(s.Key == owner ? "published" : "refused", s.Value.Tags["state"]));
        Assert.All(sources.Skip(1), s => Assert.Equal("url-taken", s.Value.Tags["reason"]));
        Assert.True((await site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    [Fact]
    public async Task An_article_owns_the_URL_that_a_standing_page_claims_too()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("sidor/2026/05/kajen.md", Some.Article("Sidan"));
        site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Artikeln"));
        await site.SettleAsync();

        Assert.Equal("Artikeln", TitleOf(site));
    }

    /// <summary>
    /// Seed 749: a version stayed live at a URL that a smaller path had taken since, and both were listed.
    /// </summary>
    [Theory]
    [InlineData("---\ndate: i morgon\n---\n# Trasig\n", "value")]
    [InlineData("---\nslug: hamnen\n---\n# Vill bort\n", "url-taken")]
    public async Task An_earlier_version_that_stayed_live_yields_its_URL_to_a_smaller_path(string newest, string reason)
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("artiklar/a/2026-05-01-hamnen.md", Some.Article("Hamnen"));
        site.Upload("artiklar/c/2026-05-01-kajen.md", Some.Article("Sen"));
        await site.SettleAsync();
        site.Upload("artiklar/c/2026-05-01-kajen.md", newest);
        await site.SettleAsync();
        Assert.Equal("Sen", TitleOf(site));

        site.Upload("artiklar/b/2026-05-01-kajen.md", Some.Article("Tidig"));
        await site.SettleAsync();

        Assert.Equal("Tidig", TitleOf(site));
        Assert.DoesNotContain("Sen", site.Pages["rss.xml"], StringComparison.Ordinal);
        Assert.Equal(reason, site.Storage.Content.Blobs["artiklar/c/2026-05-01-kajen.md"].Tags["reason"]);
    }

    private static string? TitleOf(SimulatedSite site) =>
        site.Pages.GetValueOrDefault(Page) is { } html
            ? html.Split("<h1>")[1].Split("</h1>")[0]
            : null;
}
