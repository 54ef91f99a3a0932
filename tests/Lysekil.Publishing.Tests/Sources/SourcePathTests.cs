using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Tests.Sources;

public class SourcePathTests
{
    [Theory]
    [InlineData("artiklar/2019/x.md", SourceKind.Article)]
    [InlineData("artiklar/x.MD", SourceKind.Article)]
    [InlineData("artiklar/2019/bild.jpg", SourceKind.Asset)]
    [InlineData("artiklar/utan-ändelse", SourceKind.Asset)]
    [InlineData("bilder/x.md", SourceKind.Asset)]
    [InlineData("bilder/a/b.png", SourceKind.Asset)]
    [InlineData("sidor/om.md", SourceKind.StandingPage)]
    [InlineData("sidor/om/kontakt.md", SourceKind.StandingPage)]
    [InlineData("sidor/karta.png", SourceKind.Misplaced)]
    [InlineData("site.yaml", SourceKind.Settings)]
    [InlineData("Site.yaml", SourceKind.Misplaced)]
    [InlineData("tema/layout.liquid", SourceKind.Theme)]
    [InlineData("x.md", SourceKind.Misplaced)]
    [InlineData("Artiklar/x.md", SourceKind.Misplaced)]
    [InlineData("artiklar", SourceKind.Misplaced)]
    [InlineData("artiklar/.DS_Store", SourceKind.Ignored)]
    [InlineData("artiklar/~$utkast.md", SourceKind.Ignored)]
    [InlineData("artiklar/x.md~", SourceKind.Ignored)]
    [InlineData("artiklar/x.TMP", SourceKind.Ignored)]
    [InlineData("bilder/THUMBS.DB", SourceKind.Ignored)]
    [InlineData("bilder/desktop.ini", SourceKind.Ignored)]
    [InlineData("artiklar/", SourceKind.Ignored)]
    public void The_name_tells_what_a_source_is(string name, SourceKind kind) =>
        Assert.Equal(kind, new SourcePath(name).Kind);

    [Theory]
    [InlineData("artiklar/2019/Åsas höst (del 1), en & två's.md", true)]
    [InlineData("artiklar//x.md", false)]
    [InlineData("artiklar/ x.md", false)]
    [InlineData("artiklar/x /y.md", false)]
    [InlineData("artiklar/../x.md", false)]
    [InlineData("artiklar/x./y.md", false)]
    [InlineData("artiklar/a\\b.md", false)]
    [InlineData("artiklar/a?.md", false)]
    [InlineData("artiklar/a#.md", false)]
    [InlineData("artiklar/50%.md", false)]
    [InlineData("artiklar/a:b.md", false)]
    [InlineData("artiklar/a\u0007.md", false)]
    [InlineData("artiklar/🌊.md", false)]
    [InlineData("artiklar/<b>.md", false)]
    public void A_name_is_well_formed_where_it_can_stand_in_an_address(string name, bool isWellFormed) =>
        Assert.Equal(isWellFormed, new SourcePath(name).IsWellFormed);

    [Theory]
    [InlineData(SourcePath.MostCharacters, true)]
    [InlineData(SourcePath.MostCharacters + 1, false)]
    public void A_name_has_a_greatest_length(int length, bool isWellFormed) =>
        Assert.Equal(isWellFormed, new SourcePath("artiklar/".PadRight(length, 'a')).IsWellFormed);

    [Theory]
    [InlineData("bild.jpg", "artiklar/2019/bild.jpg")]
    [InlineData("./bild.jpg", "artiklar/2019/bild.jpg")]
    [InlineData("../bild.jpg", "artiklar/bild.jpg")]
    [InlineData("../../bilder/hamn.jpg", "bilder/hamn.jpg")]
    [InlineData("/bilder/hamn.jpg", "bilder/hamn.jpg")]
    [InlineData("a//b.jpg", "artiklar/2019/a/b.jpg")]
    [InlineData("../../../utanför.jpg", null)]
    [InlineData("/..", null)]
    [InlineData("../..", null)]
    [InlineData("/", null)]
    public void A_reference_means_a_source(string reference, string? means) =>
        Assert.Equal(means, new SourcePath("artiklar/2019/x.md").Resolve(reference)?.Value);

    [Theory]
    [InlineData("artiklar/X.Jpeg", ".jpeg")]
    [InlineData("artiklar/FIL.IMI", ".imi")]
    [InlineData("artiklar/x", "")]
    [InlineData("artiklar.d/x", "")]
    public void The_extension_is_in_lower_case_in_every_culture(string name, string extension) =>
        Assert.Equal(extension, new SourcePath(name).Extension);

    [Fact]
    public void Paths_are_in_ordinal_order() => Assert.Equal(
        ["artiklar/B.md", "artiklar/a.md", "artiklar/b.md", "artiklar/ä.md", "artiklar/å.md"],
        new[] { "artiklar/å.md", "artiklar/b.md", "artiklar/ä.md", "artiklar/B.md", "artiklar/a.md" }
            .Select(p => new SourcePath(p)).Order().Select(p => p.Value));
}
