using Lysekil.Publishing.Publication;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>
/// Names that blobs may have, and addresses may not. The same on Azurite: there, it is storage that might mind.
/// </summary>
[Collection(HostileInputCollection.Name)]
public class NameTests
{
    private readonly HostileSite _site = new();

    [Theory]
    [InlineData("artiklar/2026-05-01-två ord till.md", "2026/05/tva-ord-till/index.html")]
    [InlineData("artiklar/2026-05-01-Åsas-ö.md", "2026/05/asas-o/index.html")]
    [InlineData("artiklar/2026-05-01-a\u030Asas-o\u0308.md", "2026/05/asas-o/index.html")]
    [InlineData("artiklar/2026-05-01-a+b&c='d'.md", "2026/05/a-b-c-d/index.html")]
    [InlineData("artiklar/2026-05-01-日本.md", null)]
    public void A_name_that_can_be_a_URL_is_published(string path, string? page)
    {
        var outcome = _site.Upload(path, Some.Article("Rubrik"));

        Assert.Equal(page, outcome.Page?.Value);
        Assert.Equal(page is null ? "slug" : null, outcome.Diagnostics.FirstOrDefault()?.Code);
        _site.AssertGoesOn();
    }

    [Theory]
    [InlineData("artiklar/50% av allt.md")]
    [InlineData("artiklar/100%25.md")]
    [InlineData("artiklar/%2e%2e/x.md")]
    [InlineData("artiklar/🌊.md")]
    [InlineData("artiklar/../x.md")]
    [InlineData("artiklar/../../site.yaml")]
    [InlineData("artiklar/x.md.")]
    [InlineData("artiklar/mapp./x.md")]
    [InlineData("artiklar/ x.md")]
    [InlineData("artiklar//x.md")]
    [InlineData("artiklar/a\\b.md")]
    [InlineData("artiklar/a?b#c.md")]
    [InlineData("artiklar/<script>alert(1)</script>.md")]
    [InlineData("artiklar/a\u0001b.md")]
    [InlineData("artiklar/a\u007Fb.md")]
    public void A_name_that_cannot_be_a_URL_is_refused(string path) =>
        _site.Refused(path, Some.Article("Rubrik"), "name");

    [Fact]
    public void A_name_of_1024_characters_is_refused() => Assert.Contains(
        "1024 tecken",
        _site.Refused("artiklar/".PadRight(1_021, 'a') + ".md", Some.Article("Rubrik"), "name").Message,
        StringComparison.Ordinal);

    [Fact]
    public void Names_that_differ_in_case_alone_claim_one_address()
    {
        _site.Published("artiklar/2026-05-01-Kajen.md", Some.Article("Stora"));

        Assert.Contains(
            "artiklar/2026-05-01-Kajen.md",
            _site.Refused("artiklar/2026-05-01-kajen.md", Some.Article("Små"), "url-taken").Message,
            StringComparison.Ordinal);
        Assert.Contains("Stora", _site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_whose_names_differ_in_case_alone_are_two_pictures()
    {
        var png = SamplePicture.Png();
        Assert.Equal(PublishChange.Published, _site.Upload("bilder/Kajen.png", png).Change);
        Assert.Equal(PublishChange.Published, _site.Upload("bilder/kajen.png", png).Change);

        Assert.Superset(new HashSet<string> { "bilder/Kajen.png", "bilder/kajen.png" }, _site.Pages.Keys.ToHashSet());
    }
}
