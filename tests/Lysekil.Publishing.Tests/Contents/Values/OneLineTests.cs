using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Values;

public class OneLineTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ", "")]
    [InlineData("Hamnen", "Hamnen")]
    [InlineData("Hamnen i Lysekil", "Hamnen i Lysekil")]
    [InlineData(" Hamnen i Lysekil", "Hamnen i Lysekil")]
    [InlineData("Hamnen i Lysekil ", "Hamnen i Lysekil")]
    [InlineData("Hamnen  i\tLysekil\n", "Hamnen i Lysekil")]
    [InlineData("100\u00A0000 kronor", "100 000 kronor")]
    public void White_space_becomes_single_spaces(string text, string line) => Assert.Equal(line, OneLine.Of(text));
}
