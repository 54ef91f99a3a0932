using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Tests.Contents.Sources;

public class SourcePathTests
{
    [Theory]
    [InlineData("artiklar/2019/x.md", SourceKind.Article)]
    [InlineData("artiklar/x.MD", SourceKind.Article)]
    [InlineData("artiklar/x.docx", SourceKind.Article)]
    [InlineData("artiklar/x.DOCX", SourceKind.Article)]
    [InlineData("artiklar/x.docm", SourceKind.Asset)]
    [InlineData("sidor/om.docx", SourceKind.StandingPage)]
    [InlineData("artiklar/x.odt", SourceKind.Article)]
    [InlineData("bilder/x.docx", SourceKind.Asset)]
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
    public void The_name_determines_the_kind_of_a_source(string name, SourceKind kind) =>
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
    [InlineData("artiklar/a\uFFFDb.md", false)]
    [InlineData("artiklar/a\uFFFEb.md", false)]
    [InlineData("artiklar/a\uFFFFb.md", false)]
    public void A_name_is_well_formed_if_it_can_be_part_of_a_URL(string name, bool isWellFormed) =>
        Assert.Equal(isWellFormed, new SourcePath(name).IsWellFormed);

    [Theory]
    [InlineData(SourcePath.MostCharacters, true)]
    [InlineData(SourcePath.MostCharacters + 1, false)]
    public void A_name_has_a_length_limit(int length, bool isWellFormed) =>
        Assert.Equal(isWellFormed, new SourcePath("artiklar/".PadRight(length, 'a')).IsWellFormed);

    [Theory]
    [InlineData("artiklar/Åsas höst 50% #1?: <b>|🌊.md", true)]
    [InlineData("artiklar/a\u0301\u202E.md", true)]
    [InlineData("artiklar/a\\b.md", false)]
    [InlineData("artiklar/a\0b.md", false)]
    [InlineData("artiklar/a\u0001b.md", false)]
    [InlineData("artiklar/a\rb.md", false)]
    [InlineData("artiklar/a\u0085b.md", false)]
    [InlineData("artiklar/a\uFFFDb.md", false)]
    [InlineData("artiklar/a\uFFFFb.md", false)]
    public void A_name_is_storable_if_a_blob_can_have_it(string name, bool isStorable) =>
        Assert.Equal(isStorable, new SourcePath(name).IsStorable);

    [Fact]
    public void Half_a_surrogate_pair_is_not_storable()
    {
        Assert.False(new SourcePath("artiklar/\uD83C.md").IsStorable);
        Assert.False(new SourcePath("artiklar/\uDF0A\uD83C.md").IsStorable);
    }

    [Theory]
    [InlineData("artiklar/a\u0001b.md", "artiklar/a<U+0001>b.md")]
    [InlineData("artiklar/a\nb.md", "artiklar/a<U+000A>b.md")]
    [InlineData("artiklar/gpj.\u202Exm.md", "artiklar/gpj.<U+202E>xm.md")]
    [InlineData("artiklar/a\u2028\uFFFF.md", "artiklar/a<U+2028><U+FFFF>.md")]
    [InlineData("artiklar/Åsas 🌊 a\\b \uFFFD.md", "artiklar/Åsas 🌊 a\\b \uFFFD.md")]
    public void Invisible_characters_are_shown_as_code_points(string name, string shown) =>
        Assert.Equal(shown, new SourcePath(name).ToString());

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
    public void A_reference_resolves_to_a_source(string reference, string? means) =>
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
