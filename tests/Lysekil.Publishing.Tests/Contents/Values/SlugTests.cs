using System.Text;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Values;

public class SlugTests
{
    [Theory]
    [InlineData("Skolans budget – år för år", "skolans-budget-ar-for-ar")]
    [InlineData("Café på Ön", "cafe-pa-on")]
    [InlineData("ÅÄÖ åäö", "aao-aao")]
    [InlineData("  -- Två  streck -- ", "tva-streck")]
    [InlineData("IDÉ I LYSEKIL", "ide-i-lysekil")]
    [InlineData("Straße, Øst & æra", "strasse-ost-aera")]
    [InlineData("100 idéer!", "100-ideer")]
    [InlineData("Áđŋŧ Čšž ǥ ǩ ǯ ʒ", "adnt-csz-g-k-z-z")]
    [InlineData("Ïïhke Åvte Æ", "iihke-avte-ae")]
    [InlineData("Þórr ðá Łódź Ħal Ə Iı", "thorr-da-lodz-hal-e-ii")]
    [InlineData("Nguyễn Şahin Řehoř Šķēde", "nguyen-sahin-rehor-skede")]
    [InlineData("a/b\\c.d", "a-b-c-d")]
    [InlineData("dag 🌊 vid havet", "dag-vid-havet")]
    public void A_text_becomes_letters_digits_and_dashes(string text, string slug) =>
        Assert.Equal(slug, Slug.From(text)?.Value);

    [Theory]
    [InlineData("Ålgräs på höjden")]
    [InlineData("Café à la carte")]
    public void Names_from_macOS_give_the_same_as_others(string text) =>
        Assert.Equal(
            Slug.From(text.Normalize(NormalizationForm.FormC)), Slug.From(text.Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("")]
    [InlineData("🌊🌊")]
    [InlineData(" – ")]
    [InlineData("日本語")]
    public void Text_of_which_nothing_is_left_gives_null(string text) => Assert.Null(Slug.From(text));

    [Fact]
    public void A_long_text_is_cut_and_does_not_end_in_a_dash()
    {
        var slug = Slug.From(new string('a', 79) + " och mer")!.Value;

        Assert.Equal(new string('a', 79), slug);
    }

    [Fact]
    public void A_slug_is_parsed_and_other_text_is_not()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(120)).Select(
                _ => "aåÄö -–z9ßæÉ🌊".EnumerateRunes().ElementAt(random.Next(13)).ToString()[0])]);
            if (Slug.From(text) is { } slug)
            {
                Assert.InRange(slug.Value.Length, 1, Slug.MostCharacters);
                Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug.Value);
                Assert.Equal(slug, Slug.Parse(slug.Value));
            }
        }

        Assert.Null(Slug.Parse("Skola"));
        Assert.Null(Slug.Parse("a--b"));
        Assert.Null(Slug.Parse("-a"));
        Assert.Null(Slug.Parse("a-"));
        Assert.Null(Slug.Parse(""));
        Assert.Null(Slug.Parse(new string('a', Slug.MostCharacters + 1)));
    }
}
