using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Hashing;
using System.Text;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// Removes from a PNG all chunks but those of pixels, colours, sizes and frames (W3C PNG, third edition, chapter 11).
/// </summary>
internal static class PngMetadata
{
    private const int SignatureLength = 8;

    private static readonly FrozenSet<string> Kept = new[]
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "acTL", "fcTL", "fdAT",
        "cHRM", "cICP", "gAMA", "iCCP", "mDCV", "cLLI", "sBIT", "sRGB", "bKGD", "pHYs",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc cref="PictureMetadata.Without"/>
    public static byte[]? Without(ReadOnlySpan<byte> file)
    {
        var bare = new ArrayBufferWriter<byte>(file.Length);
        bare.Write(file[..SignatureLength]);
        var rest = file[SignatureLength..];
        while (!rest.IsEmpty)
        {
            var before = rest;
            if (!PngHeader.TryTakeChunk(ref rest, out var type, out _))
            {
                return null;
            }

            var chunk = before[..(before.Length - rest.Length)];
            if (!Kept.Contains(Encoding.Latin1.GetString(type)))
            {
                continue;
            }

            if (Crc32.HashToUInt32(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
            {
                return null;
            }

            bare.Write(chunk);
            if (type.SequenceEqual("IEND"u8))
            {
                return bare.WrittenSpan.ToArray();
            }
        }

        return null;
    }
}
