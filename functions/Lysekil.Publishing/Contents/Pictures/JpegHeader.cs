using System.Buffers.Binary;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// The segments of a JPEG before its first scan (ITU T.81, annex B). Usual are the Huffman-coded frames, baseline,
/// extended and progressive, of 8 bits a sample; the standard's others are lossless, hierarchical or arithmetic-coded.
/// </summary>
internal static class JpegHeader
{
    private const byte Filling = 0xFF;

    /// <param name="rest">The file after the marker that starts it.</param>
    public static PictureHeader Read(ReadOnlySpan<byte> rest)
    {
        PictureHeader? frame = null;
        while (TryTakeSegment(ref rest, out var marker, out var body))
        {
            switch (marker)
            {
                case 0xDA: // A scan.
                    return frame ?? new PictureHeader.Damaged();
                case 0xC0 or 0xC1 or 0xC2 when frame is null:
                    frame = FrameOf(body, isProgressive: marker == 0xC2);
                    break;
                case 0xC0 or 0xC1 or 0xC2: // One frame a picture.
                    return new PictureHeader.Damaged();
                case 0xC4 or 0xDB or 0xDD or 0xFE or (>= 0xE0 and <= 0xEF): // Tables, restarts, comment, applications.
                    break;
                case (>= 0xC3 and <= 0xCF) or 0xDE or 0xDF: // Other frames, and what belongs to them.
                    return new PictureHeader.Unusual("JPEG");
                default:
                    return new PictureHeader.Damaged();
            }
        }

        return new PictureHeader.Damaged();
    }

    /// <summary>Section B.2.2.</summary>
    private static PictureHeader FrameOf(ReadOnlySpan<byte> body, bool isProgressive)
    {
        if (body.Length < 6 || body.Length != 6 + (3 * body[5]))
        {
            return new PictureHeader.Damaged();
        }

        var (bits, components) = (body[0], body[5]);
        var height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        if (bits != 8 || components is not (1 or 3 or 4) || height == 0) // No height: it follows the first scan.
        {
            return new PictureHeader.Unusual("JPEG");
        }

        for (var component = body[6..]; !component.IsEmpty; component = component[3..])
        {
            var (across, down, table) = (component[1] >> 4, component[1] & 15, component[2]);
            if (across is < 1 or > 4 || down is < 1 or > 4 || table > 3)
            {
                return new PictureHeader.Damaged();
            }
        }

        return width == 0
            ? new PictureHeader.Damaged()
            : new PictureHeader.Usual(width, height) { IsInterlaced = isProgressive };
    }

    /// <summary>
    /// Sections B.1.1.2 and B.1.1.4: a marker, with any filling before its code, a length, and the rest.
    /// </summary>
    private static bool TryTakeSegment(ref ReadOnlySpan<byte> rest, out byte marker, out ReadOnlySpan<byte> body)
    {
        marker = 0;
        body = default;
        var code = rest.IndexOfAnyExcept(Filling);
        if (code < 1 || rest.Length < code + 3)
        {
            return false;
        }

        marker = rest[code];
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest[(code + 1)..]);
        if (length < 2 || length > rest.Length - code - 1)
        {
            return false;
        }

        body = rest.Slice(code + 3, length - 2);
        rest = rest[(code + 1 + length)..];
        return true;
    }
}
