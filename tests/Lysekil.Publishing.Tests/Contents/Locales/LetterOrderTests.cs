using Lysekil.Publishing.Contents.Locales;

namespace Lysekil.Publishing.Tests.Contents.Locales;

public class LetterOrderTests
{
    [Theory]
    [InlineData("sv", "zon åsna ärende öl")]
    [InlineData("en", "ärende åsna öl zon")]
    [InlineData("nb", "zon ærlig ærlog ørret åpen")]
    [InlineData("nb", "zon ärend ørret öse åpen")]
    [InlineData("fi", "šakki sukka zon åland äiti öljy")]
    public void Words_are_in_the_order_of_the_language(string language, string words) => Assert.Equal(
        words.Split(' '), words.Split(' ').Reverse().Order(Locale.Of(language)!.Order));

    [Fact]
    public void What_is_no_letter_of_the_alphabet_comes_last() => Assert.Equal(
        [" ", "2030", "a", "ö", "ж", "日"], new[] { "日", "ж", "ö", "a", "2030", " " }.Order(Locale.Swedish.Order));
}
