using System.Buffers;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// Removes comments, texts and the extensions of applications from a GIF (GIF89a specification, sections 18 to 27).
/// </summary>
internal static class GifMetadata
{
    private const byte Extension = 0x21;
    private const byte Control = 0xF9;
    private const byte PlainText = 0x01;
    private const byte Frame = 0x2C;
    private const byte Trailer = 0x3B;

    /// <inheritdoc cref="PictureMetadata.Without"/>
    public static byte[]? Without(ReadOnlySpan<byte> file)
    {
        var at = file.Length < 13 ? int.MaxValue : 13 + GifHeader.TableLength(file[10]);
        if (at > file.Length)
        {
            return null;
        }

        var bare = new ArrayBufferWriter<byte>(file.Length + 1);
        bare.Write(file[..at]);
        var (control, hasFrame) = (0..0, false);
        while (at < file.Length && file[at] != Trailer)
        {
            var end = EndOf(file, at);
            if (end > file.Length)
            {
                return null;
            }

            var block = file[at..end];
            switch (block)
            {
                case [Extension, Control, ..]: // It is about the next frame or the next text.
                    control = at..end;
                    break;
                case [Extension, PlainText, ..]:
                    control = 0..0;
                    break;
                case [Frame, ..]:
                    bare.Write(file[control]);
                    bare.Write(block);
                    (control, hasFrame) = (0..0, true);
                    break;
                case [Extension, ..] when TellsOfRepetition(block):
                    bare.Write(block);
                    break;
            }

            at = end;
        }

        bare.Write([Trailer]);
        return hasFrame ? bare.WrittenSpan.ToArray() : null;
    }

    /// <summary>The extension that browsers know, for how often an animation is shown.</summary>
    private static bool TellsOfRepetition(ReadOnlySpan<byte> extension) =>
        extension is [_, 0xFF, 11, ..]
        && (extension[3..].StartsWith("NETSCAPE2.0"u8) || extension[3..].StartsWith("ANIMEXTS1.0"u8));

    /// <summary>Where the block at a position ends; beyond the file if it is cut off or of no known kind.</summary>
    private static int EndOf(ReadOnlySpan<byte> file, int at) => file[at] switch
    {
        0 => at + 1, // Some programs write one terminator too many.
        Extension => EndOfData(file, at + 2),
        Frame when at + 10 < file.Length => EndOfData(file, at + 11 + GifHeader.TableLength(file[at + 9])),
        _ => int.MaxValue,
    };

    /// <summary>Where data in pieces of at most 255 bytes end, the last of which is empty.</summary>
    private static int EndOfData(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] > 0)
        {
            at += 1 + file[at];
        }

        return at + 1;
    }
}
