using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

/// <summary>Pictures as programs and cameras write them, and what they add.</summary>
internal static class PictureParts
{
    /// <summary>A picture of 80 × 40 pixels whose left half is red and whose right half is blue.</summary>
    public static byte[] HalfRed(SKEncodedImageFormat format)
    {
        using var bitmap = SKBitmap.Decode(SamplePicture.Jpeg(80, 40, SKColors.Red, SKColors.Blue));
        using var encoded = bitmap.Encode(format, 95);
        return encoded.ToArray();
    }

    /// <summary>A picture of 90 × 60 pixels, none of which foretells another.</summary>
    /// <param name="format">Its format, or a way to write one.</param>
    public static byte[] Noise(string format)
    {
        if (format is not ("progressive" or "interlaced"))
        {
            return SamplePicture.Noise(90, 60, Enum.Parse<SKEncodedImageFormat>(format, ignoreCase: true));
        }

        using var image = NetVips.Image.NewFromBuffer(SamplePicture.Noise(90, 60, SKEncodedImageFormat.Png));
        return format == "progressive" ? image.JpegsaveBuffer(interlace: true) : image.PngsaveBuffer(interlace: true);
    }

    /// <summary>Exif 2.32, section 4.5: a directory with an orientation and a description.</summary>
    public static byte[] Tiff(byte orientation, string description)
    {
        byte[] text = [.. System.Text.Encoding.ASCII.GetBytes(description), 0];
        return
        [
            .. "MM"u8, 0, 42, 0, 0, 0, 8,
            0, 2,
            0x01, 0x0E, 0, 2, 0, 0, 0, (byte)text.Length, 0, 0, 0, 38,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
            0, 0, 0, 0,
            .. text,
        ];
    }

    /// <summary>ITU T.81, section B.1.1.4: a marker, a length, and the data.</summary>
    public static byte[] Segment(byte marker, ReadOnlySpan<byte> data) =>
        [0xFF, marker, 0, (byte)(data.Length + 2), .. data];
}
