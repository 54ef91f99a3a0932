using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

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

    /// <summary>WebP holds 16,383 pixels a side.</summary>
    [Theory]
    [InlineData(600, 16_383, "480 600")]
    [InlineData(600, 16_384, "")]
    [InlineData(1_000, 17_000, "480 960 963")]
    [InlineData(1_300, 30_000, "480 709")]
    [InlineData(800, 40_000, "")]
    [InlineData(1, 40_000, "")]
    [InlineData(40_000, 800, "480 960 1600")]
    [InlineData(40_000, 1, "480 960 1600")]
    public void There_are_copies_as_far_as_their_format_can_hold_them(int width, int height, string widths)
    {
        var picture = new Picture(ContentHash.Of([]), width, height, 5_000, new Tint("000"), true);

        Assert.Equal(widths, string.Join(' ', picture.Widths));
    }

    [Theory]
    [InlineData(40, 40_000, 40, 40_000)]
    [InlineData(620, 16_500, 620, 16_500)]
    [InlineData(40_000, 100, 1_600, 4)]
    public void Of_a_tall_or_wide_picture_all_is_made_that_is_promised(
        int width, int height, int shownWidth, int shownHeight)
    {
        var file = RedThenBlue(width, height);

        var picture = Read(file);
        var shown = PictureFile.ToSame(file, picture.Shown.Width);
        byte[][] copies = [.. picture.Widths.Select(w => PictureFile.ToWebP(file, w))];

        Assert.Equal((shownWidth, shownHeight), picture.Shown);
        Assert.Equal(picture.Bytes, shown.Length);
        Assert.All(copies.Prepend(shown).Zip(picture.Widths.Prepend(shownWidth)), made =>
        {
            using var seen = SKBitmap.Decode(made.First);
            Assert.Equal((made.Second, (int)((long)height * made.Second / width)), (seen.Width, seen.Height));
            var (first, last) = (seen.GetPixel(0, 0), seen.GetPixel(seen.Width - 1, seen.Height - 1));
            Assert.True(first.Red > 200 && first.Blue < 60 && last.Blue > 200 && last.Red < 60, $"{first}, {last}");
        });
    }

    [Fact]
    public void A_copy_that_its_format_cannot_hold_is_a_fault_that_says_so()
    {
        var file = SamplePicture.Png(2, 16_384);

        var fault = Assert.Throws<InvalidDataException>(() => PictureFile.ToWebP(file, 2));

        Assert.Equal("No copy of the picture can be made 2 pixels wide.", fault.Message);
    }

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

    /// <summary>A picture whose first half, by its longer side, is red and whose second is blue.</summary>
    private static byte[] RedThenBlue(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Red);
        var (left, top) = width > height ? (width / 2, 0) : (0, height / 2);
        bitmap.Erase(SKColors.Blue, new SKRectI(left, top, width, height));
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
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
