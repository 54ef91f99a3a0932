using System.Buffers.Binary;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

/// <summary>
/// All files here are harmless: of one colour, cut off, or with a header that says what the pixels are not.
/// </summary>
public class PictureHeaderTests
{
    [Fact]
    public void A_header_tells_the_size_of_a_JPEG_of_colours_or_greys()
    {
        Assert.Equal(new PictureHeader.Usual(80, 40), PictureHeader.Of(Jpeg()));

        var grey = Encoded(17, 9, SKEncodedImageFormat.Jpeg, SKColorType.Gray8);
        Assert.Equal(new PictureHeader.Usual(17, 9), PictureHeader.Of(grey));
    }

    [Fact]
    public void A_header_tells_the_size_of_a_PNG() =>
        Assert.Equal(new PictureHeader.Usual(30, 20), PictureHeader.Of(SamplePicture.Png(30, 20)));

    /// <summary>Quality 100 is lossless in what follows.</summary>
    [Theory]
    [InlineData("VP8 ", 80)]
    [InlineData("VP8L", 100)]
    public void A_header_tells_the_size_of_a_WebP(string kind, int quality)
    {
        using var bitmap = new SKBitmap(301, 20);
        bitmap.Erase(SKColors.Teal);
        using var pixels = bitmap.PeekPixels();
        using var encoded = pixels!.Encode(new SKWebpEncoderOptions(
            quality == 100 ? SKWebpEncoderCompression.Lossless : SKWebpEncoderCompression.Lossy, quality));
        var file = encoded!.ToArray();

        Assert.True(file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(kind)) > 0, kind);
        Assert.Equal(new PictureHeader.Usual(301, 20), PictureHeader.Of(file));
    }

    /// <summary>RFC 9649, section 2.7: with a canvas, then maybe a profile and transparency, then the frame.</summary>
    [Theory]
    [InlineData(301, 20, true)]
    [InlineData(302, 20, false)]
    public void A_WebP_has_a_canvas_of_the_size_of_its_frame(int width, int height, bool isUsual)
    {
        var plain = Encoded(301, 20, SKEncodedImageFormat.Webp);
        var canvas = new byte[18];
        "VP8X"u8.CopyTo(canvas);
        canvas[4] = 10;
        BinaryPrimitives.WriteUInt16LittleEndian(canvas.AsSpan(12), (ushort)(width - 1));
        BinaryPrimitives.WriteUInt16LittleEndian(canvas.AsSpan(15), (ushort)(height - 1));
        byte[] file = [.. plain[..12], .. canvas, .. plain[12..]];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);

        Assert.Equal(isUsual ? new PictureHeader.Usual(301, 20) : new PictureHeader.Damaged(), PictureHeader.Of(file));
        Assert.Equal(isUsual, Read(file).Picture is not null);
    }

    [Theory]
    [InlineData("GIF87a", 3, 2)]
    [InlineData("GIF89a", 3, 2)]
    [InlineData("GIF89a", 1, 1)]
    [InlineData("GIF89a", 0, 0)]
    public void A_header_tells_the_size_of_a_GIF_whose_frame_may_be_larger_than_its_screen(
        string version, byte width, byte height)
    {
        var file = Gif(version, width, height);

        Assert.Equal(new PictureHeader.Usual(3, 2), PictureHeader.Of(file));
        Assert.Equal((3, 2), (Read(file).Picture!.Width, Read(file).Picture!.Height));
    }

    /// <summary>ITU T.81, table B.1: lossless, hierarchical and arithmetic-coded frames, and their like.</summary>
    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC5)]
    [InlineData(0xC6)]
    [InlineData(0xC7)]
    [InlineData(0xC8)]
    [InlineData(0xC9)]
    [InlineData(0xCA)]
    [InlineData(0xCB)]
    [InlineData(0xCC)]
    [InlineData(0xCD)]
    [InlineData(0xCE)]
    [InlineData(0xCF)]
    [InlineData(0xDE)]
    [InlineData(0xDF)]
    public void A_JPEG_of_a_kind_that_cameras_do_not_write_is_refused(byte marker)
    {
        var file = Jpeg();
        file[FrameOf(file) + 1] = marker;

        AssertUnusual(file, "JPEG");
    }

    [Theory]
    [InlineData(4, 12)] // Bits a sample.
    [InlineData(4, 16)]
    [InlineData(4, 2)]
    public void A_JPEG_of_other_than_eight_bits_a_sample_is_refused(int at, byte value)
    {
        var file = Jpeg();
        file[FrameOf(file) + at] = value;

        AssertUnusual(file, "JPEG");
    }

    /// <summary>Its height follows the first scan (ITU T.81, section B.2.5).</summary>
    [Fact]
    public void A_JPEG_whose_header_has_no_height_is_refused()
    {
        var file = Jpeg();
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(FrameOf(file) + 5), 0);

        AssertUnusual(file, "JPEG");
    }

    [Fact]
    public void A_JPEG_of_two_components_is_refused()
    {
        var file = Jpeg();
        var at = FrameOf(file);
        var frame = file[at..(at + 16)];
        (frame[3], frame[9]) = (14, 2);

        AssertUnusual([.. file[..at], .. frame, .. file[(at + 19)..]], "JPEG");
    }

    [Theory]
    [InlineData(7, 0)] // Width, first byte of two; the second is zeroed with it.
    [InlineData(9, 4)] // Components, more than there is room for.
    [InlineData(11, 0x02)] // Sampling of the first component.
    [InlineData(11, 0x51)]
    [InlineData(12, 4)] // Its quantization table.
    public void A_JPEG_whose_frame_is_none_is_refused(int at, byte value)
    {
        var file = Jpeg();
        file[FrameOf(file) + at] = value;
        file[FrameOf(file) + 8] = at == 7 ? (byte)0 : file[FrameOf(file) + 8];

        AssertDamaged(file);
    }

    [Fact]
    public void A_JPEG_of_two_frames_is_refused()
    {
        var file = Jpeg();
        var frame = FrameOf(file);

        AssertDamaged([.. file[..(frame + 19)], .. file[frame..]]);
    }

    [Fact]
    public void Fill_bytes_before_a_marker_are_accepted()
    {
        var file = Jpeg();
        var frame = FrameOf(file);

        byte[] filled = [.. file[..frame], 0xFF, 0xFF, 0xFF, .. file[frame..]];

        Assert.Equal(new PictureHeader.Usual(80, 40), PictureHeader.Of(filled));
        Assert.NotNull(Read(filled).Picture);
    }

    [Theory]
    [InlineData(24, 3)] // Bits a sample.
    [InlineData(25, 1)] // Colour type.
    [InlineData(26, 1)] // Compression.
    [InlineData(27, 1)] // Filter.
    [InlineData(28, 2)] // Interlacing.
    [InlineData(12, (byte)'X')] // The first chunk's name, as that of Apple's own kind.
    public void A_PNG_of_an_unknown_kind_is_refused(int at, byte value)
    {
        var file = SamplePicture.Png();
        file[at] = value;

        AssertUnusual(file, "PNG");
    }

    [Theory]
    [InlineData(11, 12)] // The header's length.
    [InlineData(16, 0x80)] // Width.
    [InlineData(19, 0)]
    [InlineData(23, 0)] // Height.
    public void A_PNG_whose_header_is_none_is_refused(int at, byte value)
    {
        var file = SamplePicture.Png();
        file[at] = value;

        AssertDamaged(file);
    }

    [Theory]
    [InlineData(3, 70_000, "3 × 70000")]
    [InlineData(70_000, 3, "70000 × 3")]
    [InlineData(1, 65_501, "1 × 65501")]
    public void A_picture_with_a_side_that_no_JPEG_may_have_is_refused(int width, int height, string size)
    {
        var file = SamplePicture.Png();
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);

        AssertRefused(
            file, $"Bilden är för stor på ena ledden: {size} bildpunkter; gränsen är 65500 på var ledd.");
    }

    [Fact]
    public void A_picture_of_too_many_pixels_is_refused_by_its_header()
    {
        var file = Encoded(301, 20, SKEncodedImageFormat.Webp);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), 16_000);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(28), 3_000);

        AssertRefused(file, "Bilden är för stor: 16000 × 3000 bildpunkter; gränsen är 40 miljoner.");
    }

    /// <summary>Wherever the header is cut off, it is no header.</summary>
    [Theory]
    [InlineData("jpeg", 200)]
    [InlineData("png", 40)]
    [InlineData("webp", 30)]
    [InlineData("gif", 35)]
    public void A_picture_that_is_cut_off_in_its_header_is_refused(string format, int length)
    {
        var file = format switch
        {
            "jpeg" => Jpeg(),
            "png" => SamplePicture.Png(),
            "webp" => Encoded(301, 20, SKEncodedImageFormat.Webp),
            _ => Gif("GIF89a", 3, 2),
        };
        Assert.IsType<PictureHeader.Usual>(PictureHeader.Of(file));

        for (var cut = 0; cut < length; cut++)
        {
            AssertDamaged(file[..cut]);
        }
    }

    private static void AssertUnusual(byte[] file, string format)
    {
        Assert.Equal(new PictureHeader.Unusual(format), PictureHeader.Of(file));
        AssertRefused(file, $"Bilden är sparad som en ovanlig sorts {format}, som inte kan publiceras.");
    }

    private static void AssertDamaged(byte[] file)
    {
        Assert.Equal(new PictureHeader.Damaged(), PictureHeader.Of(file));
        AssertRefused(file, "Bilden går inte att öppna; filen är skadad eller i ett annat format.");
    }

    private static void AssertRefused(byte[] file, string message)
    {
        var (picture, refusal) = Read(file);
        Assert.Null(picture);
        Assert.Equal((Severity.Refusal, "picture", message), (refusal!.Severity, refusal.Code, refusal.Message));
        Assert.NotEmpty(refusal.Remedy);
    }

    private static (Picture? Picture, Diagnostic? Refusal) Read(byte[] file) =>
        PictureFile.Read(file, ContentHash.Of(file));

    private static byte[] Jpeg() => SamplePicture.Jpeg(80, 40, SKColors.Red, SKColors.Blue);

    /// <summary>Where the frame's marker is (ITU T.81, section B.2.2).</summary>
    private static int FrameOf(byte[] jpeg) => jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);

    private static byte[] Encoded(
        int width, int height, SKEncodedImageFormat format, SKColorType colours = SKColorType.Rgba8888)
    {
        using var bitmap = new SKBitmap(width, height, colours, SKAlphaType.Opaque);
        bitmap.Erase(SKColors.Teal);
        using var encoded = bitmap.Encode(format, 80);
        return encoded.ToArray();
    }

    /// <summary>A GIF of 3 × 2 pixels, all of the first of two colours, after a comment.</summary>
    private static byte[] Gif(string version, byte screenWidth, byte screenHeight) =>
    [
        .. System.Text.Encoding.ASCII.GetBytes(version),
        screenWidth, 0, screenHeight, 0, 0x80, 0, 0,
        200, 30, 30, 0, 0, 0,
        0x21, 0xFE, 2, (byte)'H', (byte)'j', 0,
        0x2C, 0, 0, 0, 0, 3, 0, 2, 0, 0,
        2, 2, 0x84, 0x5F, 0, // LZW: clear, once, twice and three times the first colour, end.
        0x3B,
    ];
}
