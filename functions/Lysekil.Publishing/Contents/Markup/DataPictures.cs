using System.Text;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Markup.Foreign;
using Lysekil.Publishing.Contents.Pictures;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// Takes pictures out of a text whose addresses hold them (RFC 2397, <c>data:</c>), as Google Docs, mammoth and pandoc
/// write them. What is not of a format that is opened stays, and so does code.
/// </summary>
internal static partial class DataPictures
{
    /// <param name="file">The text as it was uploaded.</param>
    /// <returns>
    /// The text with short addresses, the same file if it holds no picture; and each picture once, in their order. If
    /// there are more than a text may hold, one more than that.
    /// </returns>
    public static (byte[] Text, IReadOnlyList<EmbeddedFile> Pictures) Take(byte[] file)
    {
        if (file.AsSpan().IndexOf("data:image/"u8) < 0)
        {
            return (file, []);
        }

        var text = new MaskedText(SourceText.Characters(file));
        var pictures = new Dictionary<string, EmbeddedFile>(StringComparer.Ordinal);
        text.Replace(Address(), address =>
        {
            if (pictures.Count > EmbeddedPicture.Most
                || ContentOf(address.Groups[1].ValueSpan) is not { } content
                || EmbeddedPicture.NameOf(content) is not { } name)
            {
                return null;
            }

            if (!pictures.ContainsKey(name))
            {
                var line = 1 + text.Text.AsSpan(0, address.Index).Count('\n');
                pictures.Add(name, new EmbeddedFile(name, content, line));
            }

            return EmbeddedPicture.AddressOf(name);
        });
        return pictures.Count == 0 ? (file, []) : (Encoding.UTF8.GetBytes(text.Text), [.. pictures.Values]);
    }

    private static byte[]? ContentOf(ReadOnlySpan<char> base64)
    {
        var content = new byte[base64.Length / 4 * 3];
        return Convert.TryFromBase64Chars(base64, content, out var length) ? content[..length] : null;
    }

    /// <summary>An address between brackets, quotes or spaces.</summary>
    [GeneratedRegex(
        "(?<=[(<\"'\\s])data:image/[A-Za-z0-9.+-]{1,20};base64,([A-Za-z0-9+/]+={0,2})(?=[)>\"'\\s]|\\z)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
