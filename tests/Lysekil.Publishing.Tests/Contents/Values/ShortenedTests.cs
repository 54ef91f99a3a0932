using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Values;

public class ShortenedTests
{
    [Theory]
    [InlineData("kajen", 5, "kajen")]
    [InlineData("kajen", 4, "kaje…")]
    [InlineData("kaj😀!", 6, "kaj😀!")]
    [InlineData("kaj😀!", 5, "kaj😀…")]
    [InlineData("kaj😀!", 4, "kaj…")]
    public void A_longer_text_ends_in_an_ellipsis_and_no_character_is_cut(string text, int most, string shortened) =>
        Assert.Equal(shortened, Shortened.Of(text, most));
}
