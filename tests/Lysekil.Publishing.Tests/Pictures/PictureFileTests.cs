using Lysekil.Publishing.Pictures;
using Lysekil.Publishing.Sources;
using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Pictures;

public class PictureFileTests
{
    [Fact]
    public void A_picture_tells_its_size_and_colour()
    {
        var picture = Read(SamplePicture.Png(30, 20, red: 250, green: 130, blue: 10));

        Assert.Equal((30, 20, "110", true), (picture.Width, picture.Height, picture.Tint.Name, picture.IsStill));
    }

    /// <summary>Exif 2.32, section 4.6.4: 6 is a camera held upright, whose top is the file's right side.</summary>
    [Theory]
    [InlineData(1, 80, 40, "left")]
    [InlineData(2, 80, 40, "right")]
    [InlineData(3, 80, 40, "right")]
    [InlineData(4, 80, 40, "left")]
    [InlineData(5, 40, 80, "top")]
    [InlineData(6, 40, 80, "top")]
    [InlineData(7, 40, 80, "bottom")]
    [InlineData(8, 40, 80, "bottom")]
    public void A_picture_is_turned_as_the_camera_says_and_no_place_stays_in_it(byte orientation, int width, int height, string redIsAt)
    {
        var file = WithExif(SamplePicture.Jpeg(80, 40, SKColors.Red, SKColors.Blue), orientation, "58 grader nord");

        var picture = Read(file);
        var copies = new[] { PictureFile.ToSame(file, width), PictureFile.ToWebP(file, width) };

        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.All(copies, copy =>
        {
            using var seen = SKBitmap.Decode(copy);
            var red = redIsAt switch
            {
                "left" => seen.GetPixel(4, height / 2),
                "right" => seen.GetPixel(width - 5, height / 2),
                "top" => seen.GetPixel(width / 2, 4),
                _ => seen.GetPixel(width / 2, height - 5),
            };
            Assert.Equal((width, height), (seen.Width, seen.Height));
            Assert.True(red.Red > 200 && red.Blue < 60, $"{red} at the {redIsAt}");
            Assert.DoesNotContain("grader", System.Text.Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Copies_are_of_the_width_that_is_asked_for_and_always_the_same()
    {
        var file = SamplePicture.Jpeg(2_000, 1_000, SKColors.Green, SKColors.White);

        var copy = PictureFile.ToWebP(file, 800);

        using var seen = SKBitmap.Decode(copy);
        Assert.Equal((800, 400), (seen.Width, seen.Height));
        Assert.Equal(copy, PictureFile.ToWebP(file, 800));
    }

    [Theory]
    [InlineData(300, "300")]
    [InlineData(480, "480")]
    [InlineData(1_000, "480 960 1000")]
    [InlineData(6_000, "480 960 1600")]
    public void There_are_copies_up_to_the_widest_that_is_shown(int width, string widths) =>
        Assert.Equal(widths, string.Join(' ', new Picture(ContentHash.Of([]), width, 100, 5_000, new Tint("000"), true).Widths));

    [Fact]
    public void What_moves_is_not_copied()
    {
        var picture = new Picture(ContentHash.Of([]), 3_000, 100, 5_000, new Tint("011"), false);

        Assert.Empty(picture.Widths);
        Assert.Equal((3_000, 100), picture.Shown);
        Assert.Equal(picture, Picture.Read(picture.Write()));
    }

    [Fact]
    public void A_picture_that_is_cut_off_in_its_head_cannot_be_opened()
    {
        var (picture, refusal) = PictureFile.Read(SamplePicture.Png()[..20], ContentHash.Of([]));

        Assert.Null(picture);
        Assert.Equal("picture", refusal!.Code);
    }

    private static Picture Read(byte[] file)
    {
        var (picture, refusal) = PictureFile.Read(file, ContentHash.Of(file));
        Assert.Null(refusal);
        return picture!;
    }

    /// <summary>The file with an Exif segment that holds an orientation and a description.</summary>
    private static byte[] WithExif(byte[] jpeg, byte orientation, string description)
    {
        byte[] text = [.. System.Text.Encoding.ASCII.GetBytes(description), 0];
        byte[] tiff =
        [
            .. "MM"u8, 0, 42, 0, 0, 0, 8,
            0, 2,
            0x01, 0x0E, 0, 2, 0, 0, 0, (byte)text.Length, 0, 0, 0, 38,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
            0, 0, 0, 0,
            .. text,
        ];
        byte[] segment = [.. "Exif"u8, 0, 0, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(segment.Length + 2), .. segment, .. jpeg[2..]];
    }
}
