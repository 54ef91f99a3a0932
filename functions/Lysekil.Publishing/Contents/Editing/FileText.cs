using System.Text;
using Lysekil.Publishing.Contents.Markup;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>
/// A file as lines, each with the characters that end it, and the encoding that gives its bytes back.
/// </summary>
internal sealed class FileText
{
    private readonly Encoding _encoding;
    private readonly byte[] _mark;

    private FileText(Encoding encoding, byte[] mark, IReadOnlyList<string> lines) =>
        (_encoding, _mark, Lines) = (encoding, mark, lines);

    /// <summary>The lines; put together, they are the file without its byte order mark.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>How the file's first line ends; <c>\n</c> if it has no end.</summary>
    public string LineEnd => Lines is [var first, ..] && first[Content(first).Length..] is { Length: > 0 } end
        ? end
        : "\n";

    /// <summary>The file; <c>null</c> if its characters do not give its bytes back.</summary>
    public static FileText? Of(ReadOnlySpan<byte> bytes)
    {
        var (found, marked) = SourceText.EncodingOf(bytes);
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(
            found.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)
            ?? Encoding.GetEncoding(
                found.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback);
        var file = new FileText(encoding, bytes[..marked].ToArray(), Split(encoding.GetString(bytes[marked..])));
        return file.ToBytes(file.Lines) is { } same && bytes.SequenceEqual(same) ? file : null;
    }

    /// <summary>
    /// The bytes of other lines in the same encoding; <c>null</c> if it lacks one of their characters.
    /// </summary>
    public byte[]? ToBytes(IEnumerable<string> lines)
    {
        try
        {
            return [.. _mark, .. _encoding.GetBytes(string.Concat(lines))];
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A line without the characters that end it.</summary>
    public static string Content(string line) => line.TrimEnd('\r', '\n');

    /// <summary>Splits a text into lines with their ends.</summary>
    public static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var at ? start + at + 1 : text.Length;
            end += text[end - 1] == '\r' && end < text.Length && text[end] == '\n' ? 1 : 0;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
