using System.Buffers.Binary;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>The chunks of a WebP up to its first frame (RFC 9649, section 2).</summary>
internal static class WebPHeader
{
    /// <summary>In a frame's header, a side takes so many bits.</summary>
    private const int SideBits = 0x3FFF;

    /// <param name="rest">The file after the letters that start it.</param>
    public static PictureHeader Read(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 8 || !rest[4..8].SequenceEqual("WEBP"u8) || NumberAt(rest, 0) > rest.Length - 4)
        {
            return new PictureHeader.Damaged();
        }

        PictureHeader? canvas = null;
        rest = rest[8..];
        while (TryTakeChunk(ref rest, out var type, out var body))
        {
            if (type.SequenceEqual("VP8X"u8) && canvas is null)
            {
                canvas = CanvasOf(body);
            }
            else if (type.SequenceEqual("ANMF"u8))
            {
                return canvas is PictureHeader.Usual usual
                    ? usual with { IsAnimated = true }
                    : new PictureHeader.Damaged();
            }
            else if (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8))
            {
                var frame = type[3] == 'L' ? LosslessFrameOf(body) : LossyFrameOf(body);
                return canvas is null || canvas == frame ? frame : new PictureHeader.Damaged();
            }
        }

        return new PictureHeader.Damaged();
    }

    /// <summary>RFC 9649, section 2.7.1.</summary>
    private static PictureHeader CanvasOf(ReadOnlySpan<byte> body) => body.Length < 10
        ? new PictureHeader.Damaged()
        : new PictureHeader.Usual(1 + (int)(NumberAt(body, 3) >> 8), 1 + (int)(NumberAt(body, 6) >> 8));

    /// <summary>
    /// RFC 6386, section 9.1: a key frame's tag, its start code, and its sides with two bits of scaling.
    /// </summary>
    private static PictureHeader LossyFrameOf(ReadOnlySpan<byte> body) =>
        body is [var tag, _, _, 0x9D, 0x01, 0x2A, _, _, _, _, ..] && (tag & 1) == 0
        && BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) % (SideBits + 1) is > 0 and var width
        && BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) % (SideBits + 1) is > 0 and var height
            ? new PictureHeader.Usual(width, height)
            : new PictureHeader.Damaged();

    /// <summary>
    /// RFC 9649, section 3.4: a signature, the sides less one, a bit for transparency, and 0 as the version.
    /// </summary>
    private static PictureHeader LosslessFrameOf(ReadOnlySpan<byte> body) =>
        body is [0x2F, _, _, _, _, ..] && NumberAt(body, 1) is var bits && bits >> 29 == 0
            ? new PictureHeader.Usual(1 + (int)(bits & SideBits), 1 + (int)((bits >> 14) & SideBits))
            : new PictureHeader.Damaged();

    private static uint NumberAt(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    /// <summary>RFC 9649, section 2.3: type, length, and data that are padded to an even length.</summary>
    public static bool TryTakeChunk(
        ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> body)
    {
        type = default;
        body = default;
        if (rest.Length < 8 || NumberAt(rest, 4) is var length && length > rest.Length - 8)
        {
            return false;
        }

        type = rest[..4];
        body = rest.Slice(8, (int)length);
        rest = rest[Math.Min(rest.Length, 8 + (int)length + ((int)length & 1))..];
        return true;
    }
}
