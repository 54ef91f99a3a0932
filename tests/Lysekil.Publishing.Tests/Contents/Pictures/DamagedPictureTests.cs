using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

public class DamagedPictureTests
{
    [Theory]
    [InlineData("jpeg")]
    [InlineData("progressive")]
    [InlineData("png")]
    [InlineData("interlaced")]
    [InlineData("webp")]
    public void A_picture_that_is_cut_off_is_refused_wherever_that_is(string format)
    {
        var file = PictureParts.Noise(format);
        Assert.NotNull(PictureFile.Read(file, ContentHash.Of([])).Picture);

        for (var part = 1; part < 20; part++)
        {
            var (picture, refusal) = PictureFile.Read(file[..(file.Length * part / 20)], ContentHash.Of([]));
            Assert.True(picture is null && refusal!.Code == "picture", $"{part}/20");
        }
    }

    /// <summary>A WebP has no checksums, and hardly an order of bits that means nothing.</summary>
    [Theory]
    [InlineData("jpeg")]
    [InlineData("progressive")]
    [InlineData("png")]
    [InlineData("interlaced")]
    public void A_picture_that_is_damaged_inside_is_refused(string format)
    {
        var file = PictureParts.Noise(format);
        file.AsSpan(file.Length / 2, 40).Fill(0xFF);

        Assert.Equal("picture", PictureFile.Read(file, ContentHash.Of([])).Refusal!.Code);
    }
}
