using System.Text;
using System.Text.Unicode;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// Decodes an editor's file: UTF-8, UTF-16 with or without a byte order mark, else Windows-1252. Line ends become
/// <c>\n</c>.
/// </summary>
public static class SourceText
{
    /// <summary>The size limit: a larger file is no article, and would hold up the others.</summary>
    public const int MostBytes = 500_000;

    /// <summary>
    /// Also gives the five undefined bytes the characters that the WHATWG Encoding Standard gives them.
    /// </summary>
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, or the refusal that tells why there is none.</summary>
    public static (string? Text, Diagnostic? Refusal) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return (null, DiagnosticCatalog.TooLarge(bytes.Length, MostBytes));
        }

        var text = Newline.Unify(Characters(bytes));
        var control = text.AsSpan().IndexOfAnyInRange('\0', '\b');
        if (control >= 0)
        {
            return (null, DiagnosticCatalog.NotText(1 + text.AsSpan(0, control).Count('\n')));
        }

        return string.IsNullOrWhiteSpace(text) ? (null, DiagnosticCatalog.Empty()) : (text, null);
    }

    /// <summary>The encoding of a file, and the length of its byte order mark.</summary>
    internal static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => (Utf8OrWindows1252(rest), 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ when LooksLikeUtf16(bytes, zeroAt: 1) => (Encoding.Unicode, 0),
        _ when LooksLikeUtf16(bytes, zeroAt: 0) => (Encoding.BigEndianUnicode, 0),
        _ => (Utf8OrWindows1252(bytes), 0),
    };

    /// <summary>The characters of a file of any size, with its own line ends.</summary>
    internal static string Characters(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = EncodingOf(bytes);
        return encoding.GetString(bytes[mark..]);
    }

    private static Encoding Utf8OrWindows1252(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows1252;

    /// <summary>Western text in UTF-16 has a zero in nearly every second byte.</summary>
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, int zeroAt)
    {
        var length = Math.Min(bytes.Length, 512) & ~1;
        if (!bytes[..length].Contains((byte)0))
        {
            return false;
        }

        var zeros = 0;
        for (var i = zeroAt; i < length; i += 2)
        {
            zeros += bytes[i] == 0 ? 1 : 0;
        }

        return length >= 4 && zeros * 10 >= length / 2 * 7;
    }
}
