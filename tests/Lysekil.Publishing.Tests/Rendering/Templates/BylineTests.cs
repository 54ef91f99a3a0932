using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Tests.Rendering.Templates;

public class BylineTests
{
    [Theory]
    [InlineData("Eva Ström")]
    [InlineData("Åsa Öberg-Lind")]
    [InlineData("K.-G. Öst")]
    [InlineData("Carl Gustaf af Ugglas")]
    [InlineData("Anna Matt")]
    public void A_name_in_the_form_of_a_persons_is_one(string byline) =>
        Assert.True(Byline.IsPerson(byline, "Lysekils Nyheter"));

    [Theory]
    [InlineData(null)]
    [InlineData("Redaktionen")]
    [InlineData("Lysekils Nyheter")]
    [InlineData("Lysekils kommun")]
    [InlineData("Nyhetsbyrån TT")]
    [InlineData("Sydsvenska Nyhetsbyrån")]
    [InlineData("Socialdemokraterna Lysekil")]
    [InlineData("Kultur- och fritidsnämnden")]
    [InlineData("Eva Ström och Nils Berg")]
    [InlineData("Redaktionen <red@exempel.se>")]
    public void Anything_else_is_not(string? byline) => Assert.False(Byline.IsPerson(byline, "Lysekils Nyheter"));

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_persons_are_told_apart_by_the_words_of_each_language(string language)
    {
        string[] names = ["Eva Ek", "Per Berg", "Åsa af Ödberg"];

        var byline = Locale.Of(language)!.NamesOf(names);

        Assert.Equal(names, Byline.Persons(byline).Select(p => p.Name));
    }
}
