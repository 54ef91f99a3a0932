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
    public void A_picture_is_turned_as_the_camera_says_and_no_place_stays_in_it(
        byte orientation, int width, int height, string redIsAt)
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
    public void A_copy_has_the_given_width_and_always_the_same_bytes()
    {
        var file = SamplePicture.Jpeg(2_000, 1_000, SKColors.Green, SKColors.White);

        var copy = PictureFile.ToWebP(file, 800);

        using var seen = SKBitmap.Decode(copy);
        Assert.Equal((800, 400), (seen.Width, seen.Height));
        Assert.Equal(copy, PictureFile.ToWebP(file, 800));
    }

    /// <summary>R3: The number of threads, and what runs beside, change no byte.</summary>
    [Fact]
    public async Task Copies_have_the_same_bytes_whatever_the_number_of_threads()
    {
        var file = SamplePicture.Noise(900, 600, SKEncodedImageFormat.Jpeg);
        var alone = CopiesOf(file);
        var threads = NetVips.NetVips.Concurrency;
        try
        {
            NetVips.NetVips.Concurrency = 4;
            var beside = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CopiesOf(file))));

            Assert.All(beside, copies => Assert.Equal(alone, copies));
        }
        finally
        {
            NetVips.NetVips.Concurrency = threads;
        }

        static byte[][] CopiesOf(byte[] file) =>
            [PictureFile.ToSame(file, 900), PictureFile.ToWebP(file, 480), PictureFile.ToWebP(file, 900)];
    }

    /// <summary>A PNG has the orientation in a chunk of its own (W3C PNG, third edition, section 11.3.5.6).</summary>
    [Fact]
    public void A_PNG_is_turned_as_its_eXIf_says()
    {
        var png = PictureParts.HalfRed(SKEncodedImageFormat.Png);
        byte[] file =
            [.. png[..33], .. SampleAnimation.Chunk("eXIf", PictureParts.Tiff(6, "58 grader nord")), .. png[33..]];

        var picture = Read(file);

        Assert.Equal((40, 80), (picture.Width, picture.Height));
        Assert.All([PictureFile.ToSame(file, 40), PictureFile.ToWebP(file, 40)], copy =>
        {
            using var seen = SKBitmap.Decode(copy);
            Assert.Equal((40, 80), (seen.Width, seen.Height));
            Assert.True(seen.GetPixel(20, 4) is { Red: > 200, Blue: < 60 }, $"{seen.GetPixel(20, 4)}");
            Assert.DoesNotContain("grader", System.Text.Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(300, "300")]
    [InlineData(480, "480")]
    [InlineData(1_000, "480 960 1000")]
    [InlineData(6_000, "480 960 1600")]
    public void There_are_copies_up_to_the_widest_that_is_shown(int width, string widths) =>
        Assert.Equal(
            widths, string.Join(' ', new Picture(ContentHash.Of([]), width, 100, 5_000, new Tint("000"), true).Widths));

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
    public void There_are_copies_up_to_the_size_that_WebP_allows(int width, int height, string widths)
    {
        var picture = new Picture(ContentHash.Of([]), width, height, 5_000, new Tint("000"), true);

        Assert.Equal(widths, string.Join(' ', picture.Widths));
    }

    [Theory]
    [InlineData(40, 40_000, 40, 40_000)]
    [InlineData(620, 16_500, 620, 16_500)]
    [InlineData(40_000, 100, 1_600, 4)]
    public void All_widths_of_a_tall_or_wide_picture_can_be_made(
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
    public void A_copy_larger_than_its_format_allows_is_a_fault_that_says_so()
    {
        var file = SamplePicture.Png(2, 16_384);

        var fault = Assert.Throws<InvalidDataException>(() => PictureFile.ToWebP(file, 2));

        Assert.Equal("No copy of the picture can be made 2 pixels wide.", fault.Message);
    }

    [Fact]
    public void An_animation_has_no_copies()
    {
        var picture = new Picture(ContentHash.Of([]), 3_000, 100, 5_000, new Tint("011"), false);

        Assert.Empty(picture.Widths);
        Assert.Equal((3_000, 100), picture.Shown);
        Assert.Equal(picture, Picture.Read(picture.Write()));
    }

    [Fact]
    public void A_picture_that_is_cut_off_in_its_header_cannot_be_opened()
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
    private static byte[] WithExif(byte[] jpeg, byte orientation, string description) =>
    [
        .. jpeg[..2],
        .. PictureParts.Segment(0xE1, [.. "Exif"u8, 0, 0, .. PictureParts.Tiff(orientation, description)]),
        .. jpeg[2..],
    ];
}
