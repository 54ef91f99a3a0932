using System.Buffers.Binary;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>The blocks of a GIF up to its first frame (GIF89a specification, sections 18 to 26).</summary>
internal static class GifHeader
{
    private const byte Extension = 0x21;
    private const byte Frame = 0x2C;

    /// <param name="rest">The file after its signature.</param>
    public static PictureHeader Read(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 7)
        {
            return new PictureHeader.Damaged();
        }

        var screen = (NumberAt(rest, 0), NumberAt(rest, 2));
        return !TrySkip(ref rest, 7 + TableLength(rest[4]))
            || !TrySkipExtensions(ref rest)
            || rest.Length < 10
            || rest[0] != Frame
            ? new PictureHeader.Damaged()
            : SizeOf(screen, rest[1..9]);
    }

    /// <summary>The length of the table of colours that follows flags of the screen or of a frame.</summary>
    public static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    /// <summary>The size of the screen, enlarged by a first frame that reaches beyond it.</summary>
    private static PictureHeader SizeOf((int Width, int Height) screen, ReadOnlySpan<byte> frame)
    {
        var (left, top, width, height) =
            (NumberAt(frame, 0), NumberAt(frame, 2), NumberAt(frame, 4), NumberAt(frame, 6));
        return width == 0 || height == 0
            ? new PictureHeader.Damaged()
            : new PictureHeader.Usual(Math.Max(screen.Width, left + width), Math.Max(screen.Height, top + height));
    }

    private static int NumberAt(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static bool TrySkipExtensions(ref ReadOnlySpan<byte> rest)
    {
        while (rest is [Extension, _, ..])
        {
            rest = rest[2..];
            while (rest is [> 0 and var length, ..])
            {
                if (!TrySkip(ref rest, 1 + length))
                {
                    return false;
                }
            }

            if (!TrySkip(ref rest, 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> rest, int length)
    {
        if (rest.Length < length)
        {
            return false;
        }

        rest = rest[length..];
        return true;
    }
}
