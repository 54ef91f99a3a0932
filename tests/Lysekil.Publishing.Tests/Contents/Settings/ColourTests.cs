using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class ColourTests
{
    [Theory]
    [InlineData("#9c2a1c", "#9c2a1c")]
    [InlineData("9C2A1C", "#9c2a1c")]
    [InlineData("#fA0", "#ffaa00")]
    [InlineData("000", "#000000")]
    public void A_colour_is_three_or_six_hexadecimal_digits(string text, string colour) =>
        Assert.Equal(colour, Colour.Read(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("##9c2a1")]
    [InlineData("#9c2a1")]
    [InlineData("#9c2a1cff")]
    [InlineData("#9c2a1g")]
    [InlineData("-c2a1c")]
    [InlineData(" c2a1c")]
    [InlineData("red")]
    [InlineData("rgb(0,0,0)")]
    [InlineData("#000;}body{color:red")]
    public void Anything_else_is_none(string text) => Assert.Null(Colour.Read(text));

    /// <summary>The first two are the ends of the scale; the others are pairs that W3C's documents rate.</summary>
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#777777", "#777777", 1.0)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void The_contrast_of_two_colours_is_that_of_the_guidelines(string one, string other, double ratio)
    {
        var (first, second) = (Colour.Read(one)!, Colour.Read(other)!);

        Assert.Equal(ratio, first.ContrastTo(second), 2);
        Assert.Equal(first.ContrastTo(second), second.ContrastTo(first));
    }
}
