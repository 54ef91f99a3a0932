using System.Text;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Publication;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The section of <c>infra/README.md</c> on moving from an existing site.</summary>
public sealed class MovingTests
{
    private static readonly string Section = Repository.Read("infra/README.md")
        .Split("\n## Moving from an existing site\n")[1].Split("\n## ")[0];

    private static readonly string Article = Section.Split("```yaml\n")[1].Split("```")[0];

    [Fact]
    public async Task The_article_that_is_shown_is_published_and_its_old_addresses_lead_to_it()
    {
        var site = new SimulatedSite(new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero)));
        await site.Engine.Rebuilder.StartAsync(default);
        var picture = Path.Combine(Repository.Root, "content", "bilder", "hamnen.jpg");
        site.Upload("bilder/2014/kajen.jpg", await File.ReadAllBytesAsync(picture));
        site.Upload("artiklar/2013-11-20-budget.md", "# Budget\n\nBeslutet.\n");
        site.Upload("artiklar/2014-08-30-kajen.md", Article);

        await site.SettleAsync();

        var outcome = Assert.Single(site.Outcomes, o => o.Path.Value == "artiklar/2014-08-30-kajen.md");
        Assert.Equal(PublishChange.Published, outcome.Change);
        Assert.Empty(outcome.Diagnostics);
        var page = site.Pages["2014/08/kajen/index.html"];
        Assert.Contains("href=\"/2013/11/budget/\"", page, StringComparison.Ordinal);
        Assert.Contains("Uppdaterad", page, StringComparison.Ordinal);
        Assert.All(
            ["nyheter/2014/kajen-far-nytt-tradack/index.html", "artikel-812.html"],
            old => Assert.Matches("http-equiv=\"refresh\" content=\"0; url=[^\"]*/2014/08/kajen/\"", site.Pages[old]));
    }

    [Theory]
    [InlineData("/?p=812")]
    [InlineData("/bilder/kajen.jpg")]
    [InlineData("/nyhetsarkiv/2014/")]
    public async Task An_old_address_that_cannot_be_one_is_refused(string address)
    {
        var site = new SimulatedSite(new FakeTimeProvider());
        var text = $"---\naliases: [\"{address}\"]\n---\n# Kajen\n\nText.\n";
        site.Upload("artiklar/2014-08-30-kajen.md", Encoding.UTF8.GetBytes(text));

        await site.SettleAsync();

        Assert.Equal(PublishChange.Refused, Assert.Single(site.Outcomes).Change);
    }

    [Fact]
    public void Its_numbers_are_those_of_the_code()
    {
        var words = Section.ReplaceLineEndings(" ");

        Assert.Equal((8, 6), (Manuscript.MostTopics, Manuscript.MostAliases));
        Assert.Contains("`tags`, eight at most", words, StringComparison.Ordinal);
        Assert.Contains("`aliases`, six at most", words, StringComparison.Ordinal);
        Assert.Contains($"A file has {AssetType.MostBytes / 1_000_000} MB at most", words, StringComparison.Ordinal);
        Assert.Contains($"a picture {PictureFile.MostPixels / 1_000_000} megapixels", words, StringComparison.Ordinal);
    }
}
