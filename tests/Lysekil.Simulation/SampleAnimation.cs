using System.Buffers.Binary;
using System.IO.Hashing;
using SkiaSharp;

namespace Lysekil.Simulation;

/// <summary>
/// Animations for tests, of two frames: red, then blue. Each format holds a note wherever it has room for one, as a
/// camera would leave the place there.
/// </summary>
public static class SampleAnimation
{
    /// <summary>A GIF of 3 × 2 pixels that is repeated for ever.</summary>
    public static byte[] Gif(ReadOnlySpan<byte> note) =>
    [
        .. "GIF89a"u8, 3, 0, 2, 0, 0x80, 0, 0, 200, 0, 0, 0, 0, 200,
        0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
        0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)note.Length, .. note, 0,
        0x21, 0xFE, (byte)note.Length, .. note, 0,
        .. GifFrame([0x84, 0x5F]), // LZW: clear, once, twice and three times the first colour, end.
        .. GifFrame([0x8C, 0x5F]), // The same of the second colour.
        0x3B, .. note,
    ];

    /// <summary>A PNG of 30 × 20 pixels (W3C PNG, third edition, chapter 11).</summary>
    public static byte[] Png(ReadOnlySpan<byte> note)
    {
        var red = SamplePicture.Png(30, 20, 200, 0, 0);
        var blue = SamplePicture.Png(30, 20, 0, 0, 200);
        return
        [
            .. red[..33],
            .. Chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0]),
            .. Chunk("tEXt", [.. "Comment"u8, 0, .. note]),
            .. Chunk("eXIf", note),
            .. Chunk("fcTL", Control(0)),
            .. Chunk("IDAT", PixelsOf(red)),
            .. Chunk("fcTL", Control(1)),
            .. Chunk("fdAT", [0, 0, 0, 2, .. PixelsOf(blue)]),
            .. Chunk("prIv", note),
            .. Chunk("IEND", []),
            .. note,
        ];

        static byte[] Control(byte number) =>
            [0, 0, 0, number, 0, 0, 0, 30, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 10, 0, 0];
    }

    /// <summary>A WebP of 30 × 20 pixels (RFC 9649, section 2.7).</summary>
    public static byte[] WebP(ReadOnlySpan<byte> note)
    {
        byte[] chunks =
        [
            .. "WEBP"u8,
            .. RiffChunk("VP8X"u8, [0x02 | 0x04 | 0x08, 0, 0, 0, 29, 0, 0, 19, 0, 0]),
            .. RiffChunk("ANIM"u8, [0, 0, 0, 0, 0, 0]),
            .. RiffChunk("ANMF"u8, [.. Place(), .. WebPFrame(SKColors.Red), .. RiffChunk("noTe"u8, note)]),
            .. RiffChunk("ANMF"u8, [.. Place(), .. WebPFrame(SKColors.Blue)]),
            .. RiffChunk("EXIF"u8, note),
            .. RiffChunk("XMP "u8, note),
        ];
        return [.. RiffChunk("RIFF"u8, chunks), .. note];

        static byte[] Place() => [0, 0, 0, 0, 0, 0, 29, 0, 0, 19, 0, 0, 100, 0, 0, 0];
    }

    /// <summary>A chunk of a PNG: length, type, data and checksum (chapter 5.3).</summary>
    public static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, 0, .. System.Text.Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), Crc32.HashToUInt32(chunk.AsSpan(4..^4)));
        return chunk;
    }

    private static byte[] GifFrame(ReadOnlySpan<byte> pixels) =>
        [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, (byte)pixels.Length, .. pixels, 0];

    /// <summary>The data of the only IDAT chunk that a small picture has.</summary>
    private static byte[] PixelsOf(byte[] png)
    {
        var at = png.AsSpan().IndexOf("IDAT"u8);
        return png[(at + 4)..(at + 4 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at - 4)))];
    }

    private static byte[] WebPFrame(SKColor colour)
    {
        using var bitmap = new SKBitmap(30, 20);
        bitmap.Erase(colour);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Webp, 80);
        var file = encoded.ToArray();
        return file[file.AsSpan().IndexOf("VP8 "u8)..];
    }

    private static byte[] RiffChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [.. type, 0, 0, 0, 0, .. data, .. data.Length % 2 == 0 ? (ReadOnlySpan<byte>)[] : [0]];
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), data.Length);
        return chunk;
    }
}
