using Lysekil.Publishing.Contents.Pictures;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

public class FocalPointTests
{
    [Theory]
    [InlineData("50% 20%", 50, 20)]
    [InlineData("0% 100%", 0, 100)]
    [InlineData(" 50%,  20% ", 50, 20)]
    [InlineData("50 20", 50, 20)]
    [InlineData("top", 50, 0)]
    [InlineData("Överst", 50, 0)]
    [InlineData("nederst", 50, 100)]
    [InlineData("vänster", 0, 50)]
    [InlineData("höger", 100, 50)]
    [InlineData("center", 50, 50)]
    [InlineData("mitten", 50, 50)]
    [InlineData("right top", 100, 0)]
    [InlineData("överst vänster", 0, 0)]
    [InlineData("center bottom", 50, 100)]
    public void A_point_is_two_percentages_or_words(string text, int x, int y) =>
        Assert.Equal(new FocalPoint(x, y), FocalPoint.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("20%")]
    [InlineData("50% 101%")]
    [InlineData("-1% 20%")]
    [InlineData("33,3% 20%")]
    [InlineData("50% 20")]
    [InlineData("0.5 0.2")]
    [InlineData("50% 20% 30%")]
    [InlineData("top bottom")]
    [InlineData("left höger")]
    [InlineData("left 20%")]
    [InlineData("ansiktet")]
    public void Anything_else_is_none(string text) => Assert.Null(FocalPoint.Parse(text));

    /// <summary>A part of 16:9 is 75 % of the height of a picture of 4:3, and 42 % of one of 3:4.</summary>
    [Theory]
    [InlineData(1_600, 1_200, 50, 0, 0)]
    [InlineData(1_600, 1_200, 50, 50, 2)]
    [InlineData(1_600, 1_200, 0, 100, 4)]
    [InlineData(900, 1_200, 50, 20, 0)]
    [InlineData(900, 1_200, 50, 35, 1)]
    [InlineData(900, 1_200, 50, 50, 2)]
    [InlineData(900, 1_200, 50, 65, 3)]
    [InlineData(900, 1_200, 50, 90, 4)]
    [InlineData(3_200, 900, 20, 100, 0)]
    [InlineData(3_200, 900, 50, 0, 2)]
    [InlineData(3_200, 900, 80, 0, 4)]
    [InlineData(1_600, 900, 0, 0, 2)]
    [InlineData(1, 40_000, 50, 100, 4)]
    [InlineData(40_000, 1, 0, 50, 0)]
    [InlineData(1, 1, 0, 0, 2)]
    public void A_part_lies_around_the_point(int width, int height, int x, int y, int place) =>
        Assert.Equal(place, PictureCrop.PlaceAround(new FocalPoint(x, y), width, height));

    /// <summary>
    /// Quarters are fine enough for pictures that are up to 2.8 times as high as wide, or 8.8 times as wide as high.
    /// </summary>
    [Fact]
    public void The_point_is_always_in_sight()
    {
        foreach (var (width, height) in new[] { (1_600, 1_200), (900, 1_600), (1_000, 2_800), (4_400, 500) })
        {
            for (var percent = 0; percent <= 100; percent++)
            {
                var place = PictureCrop.PlaceAround(new FocalPoint(percent, percent), width, height);
                var (partWidth, partHeight) = PictureCrop.SizeIn(width, height);
                var (part, whole) = partHeight < height ? (partHeight, height) : (partWidth, width);
                var start = (double)place / PictureCrop.Last * (whole - part);

                Assert.InRange(percent / 100.0 * whole, start - 1, start + part + 1);
            }
        }
    }
}
