namespace Lysekil.Publishing.Contents.Sources;

/// <summary>
/// Looks for what a document or a film tells besides its content, since visitors get such a file unchanged. What is
/// compressed, as objects of a PDF may be, is not seen.
/// </summary>
/// <param name="contentType">The media type of the file.</param>
public sealed class EmbeddedProperties(string contentType)
{
    /// <summary>Longer than anything that is looked for: it may begin in one buffer and end in the next.</summary>
    private const int Overlap = 64;

    private byte[] _last = [];

    /// <summary>Whether a PDF names its author (ISO 32000-1, section 14.3).</summary>
    public bool NamesAuthor { get; private set; }

    /// <summary>
    /// Whether a film names the place where it was taken (QuickTime File Format, "User Data Atoms" and "Metadata
    /// Atoms").
    /// </summary>
    public bool NamesPlace { get; private set; }

    /// <summary>Searches the next bytes of the file.</summary>
    public void Search(ReadOnlySpan<byte> next)
    {
        if (contentType is not ("application/pdf" or "video/mp4"))
        {
            return;
        }

        byte[] bytes = [.. _last, .. next];
        if (contentType == "application/pdf")
        {
            NamesAuthor |= bytes.AsSpan().IndexOf("<dc:creator>"u8) >= 0 || Follows(bytes, "/Author"u8, IsText);
        }
        else
        {
            NamesPlace |= bytes.AsSpan().IndexOf("com.apple.quicktime.location"u8) >= 0
                || Follows(bytes, [0xA9, .. "xyz"u8], IsPlace);
        }

        _last = bytes[Math.Max(0, bytes.Length - Overlap)..];
    }

    /// <summary>A string that is not empty, or a reference to an object.</summary>
    private static bool IsText(ReadOnlySpan<byte> value) => value.TrimStart(" \t\r\n"u8) is
        [(byte)'(', not (byte)')', ..] or [(byte)'<', not (byte)'>', ..] or [>= (byte)'0' and <= (byte)'9', ..];

    /// <summary>A length, a language, and a latitude with its sign (ISO 6709).</summary>
    private static bool IsPlace(ReadOnlySpan<byte> value) => value is [_, _, _, _, (byte)'+' or (byte)'-', ..];

    private static bool Follows(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> key, Func<ReadOnlySpan<byte>, bool> isValue)
    {
        while (bytes.IndexOf(key) is >= 0 and var at)
        {
            bytes = bytes[(at + key.Length)..];
            if (isValue(bytes))
            {
                return true;
            }
        }

        return false;
    }
}
