using System.Buffers.Binary;
using System.Text;
using Lysekil.Publishing.Tests.Contents.Pictures;
using Lysekil.Simulation;
using NetVips;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// Files by what they are made of. All are harmless: ordinary, cut off, or with a header that says what the rest is
/// not.
/// </summary>
internal static class SampleFiles
{
    public static byte[] Of(string file) => file switch
    {
        "JPEG, 80 × 40" => Jpeg(80, 40),
        "JPEG, 2000 × 1000" => Jpeg(2_000, 1_000),
        "JPEG, 20 × 20000" => Jpeg(20, 20_000),
        "JPEG, 80 × 40, EXIF turn and place" => Turned(Jpeg(80, 40)),
        "progressive JPEG, 90 × 60" => PictureParts.Noise("progressive"),
        "grey JPEG, 90 × 60" => Saved(image => image[0].JpegsaveBuffer()),
        "PNG, 90 × 60" => PictureParts.Noise("png"),
        "interlaced PNG, 90 × 60" => PictureParts.Noise("interlaced"),
        "PNG of 16 bits, 90 × 60" => Saved(image => image.Cast(Enums.BandFormat.Ushort).PngsaveBuffer()),
        "WebP, 90 × 60" => PictureParts.Noise("webp"),
        "GIF, two frames, a comment" => SampleAnimation.Gif("hej"u8),
        "PNG, two frames, a comment" => SampleAnimation.Png("hej"u8),
        "WebP, two frames, XMP" => SampleAnimation.WebP("hej"u8),
        "JPEG, lossless" => WithFrame(f => f[1] = 0xC3), // ITU T.81, table B.1.
        "JPEG, 12 bits a sample" => WithFrame(f => f[4] = 12),
        "JPEG, no height in its header" => WithFrame(f => (f[5], f[6]) = (0, 0)),
        "PNG, chunk CgBI before its header" => Changed(
            SamplePicture.Png(), png => "CgBI"u8.CopyTo(png.AsSpan(12))),
        "PNG, header of 8000 × 6000" => WithSize(8_000, 6_000),
        "PNG, header of 1 × 65501" => WithSize(1, 65_501),
        "first half of a JPEG" => Half(PictureParts.Noise("jpeg")),
        "first half of a PNG" => Half(PictureParts.Noise("png")),
        "first half of a WebP" => Half(PictureParts.Noise("webp")),
        "JPEG, overwritten in the middle" => Changed(
            PictureParts.Noise("jpeg"), jpeg => jpeg.AsSpan(jpeg.Length / 2, 40).Fill(0xFF)),
        "HEIC" => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8],
        "AVIF" => [0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0, .. "mif1avif"u8],
        "SVG" => "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(),
        "PDF" => "%PDF-1.7 << /Title (Protokoll) >>"u8.ToArray(),
        "PDF, /Author (Anna Ek)" => "%PDF-1.7 << /Author (Anna Ek) >>"u8.ToArray(),
        "MP4, ©xyz +58.2739" => [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[12], .. Place],
        "ODT" => [.. "PK"u8, 3, 4, .. "mimetypeapplication/vnd.oasis.opendocument.text"u8],
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "There is no such file."),
    };

    /// <summary>What telephones write into films (QuickTime File Format, "User Data Text Strings").</summary>
    private static byte[] Place => Encoding.Latin1.GetBytes("\0\0\0\x1E\xA9xyz\0\x12\x15\xC7+58.2739+011.4357/");

    private static byte[] Jpeg(int width, int height) =>
        SamplePicture.Jpeg(width, height, SKColors.Red, SKColors.Blue);

    private static byte[] Turned(byte[] jpeg) =>
    [
        .. jpeg[..2],
        .. PictureParts.Segment(0xE1, [.. "Exif"u8, 0, 0, .. PictureParts.Tiff(6, "58 grader nord")]),
        .. jpeg[2..],
    ];

    private static byte[] Saved(Func<Image, byte[]> save)
    {
        using var image = Image.NewFromBuffer(PictureParts.Noise("png"));
        return save(image);
    }

    /// <summary>A JPEG with another frame header, from its marker on (ITU T.81, section B.2.2).</summary>
    private static byte[] WithFrame(Action<byte[]> change)
    {
        var jpeg = Jpeg(80, 40);
        var at = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        return [.. jpeg[..at], .. Changed(jpeg[at..], change)];
    }

    private static byte[] WithSize(int width, int height) => Changed(SamplePicture.Png(), png =>
    {
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
    });

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    private static byte[] Changed(byte[] file, Action<byte[]> change)
    {
        change(file);
        return file;
    }
}
