using System.Buffers.Binary;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>The chunks of a PNG before its pixels (W3C PNG, third edition, chapters 5 and 11).</summary>
internal static class PngHeader
{
    private const int HeaderLength = 13;

    /// <param name="rest">The file after its signature.</param>
    public static PictureHeader Read(ReadOnlySpan<byte> rest)
    {
        if (!TryTakeChunk(ref rest, out var type, out var body))
        {
            return new PictureHeader.Damaged();
        }

        var header = !type.SequenceEqual("IHDR"u8) ? new PictureHeader.Unusual("PNG")
            : body.Length != HeaderLength ? new PictureHeader.Damaged()
            : HeaderOf(body);
        while (header is PictureHeader.Usual usual && !PixelsFollow(rest))
        {
            if (!TryTakeChunk(ref rest, out type, out body))
            {
                return new PictureHeader.Damaged();
            }

            header = usual with { IsAnimated = usual.IsAnimated || TellsOfFrames(type, body) };
        }

        return header;
    }

    /// <summary>Section 11.2.1.</summary>
    private static PictureHeader HeaderOf(ReadOnlySpan<byte> body)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(body);
        var height = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
        var (bits, colours) = (body[8], body[9]);
        var isKnown = (colours, bits) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16)
            && body[10..] is [0, 0, 0 or 1]; // Compression, filter, interlacing.
        return width <= 0 || height <= 0 ? new PictureHeader.Damaged()
            : isKnown ? new PictureHeader.Usual(width, height) { IsInterlaced = body[12] == 1 }
            : new PictureHeader.Unusual("PNG");
    }

    /// <summary>Section 11.3.6.1: whether the chunk names a number of frames greater than one.</summary>
    private static bool TellsOfFrames(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body) =>
        type.SequenceEqual("acTL"u8) && body.Length == 8 && BinaryPrimitives.ReadUInt32BigEndian(body) > 1;

    /// <summary>Whether the next chunk is of pixels; it need not be whole.</summary>
    private static bool PixelsFollow(ReadOnlySpan<byte> rest) => rest.Length >= 8 && rest[4..8].SequenceEqual("IDAT"u8);

    /// <summary>Section 5.3: length, type, data and checksum.</summary>
    public static bool TryTakeChunk(
        ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> body)
    {
        type = default;
        body = default;
        if (rest.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - 12)
        {
            return false;
        }

        type = rest[4..8];
        body = rest.Slice(8, (int)length);
        rest = rest[(12 + (int)length)..];
        return true;
    }
}
