using System.Text;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>A text file that its editor changes as a whole.</summary>
public static class WholeFile
{
    /// <summary>The text with <c>\n</c> line ends; <c>null</c> if the file is no text or is too large.</summary>
    public static string? TextOf(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "" : SourceText.Decode(bytes).Text;

    /// <summary>
    /// The file with another text. Its encoding and byte order mark stay, and so do the ends of the lines that are the
    /// same; a text with characters that the encoding lacks becomes UTF-8.
    /// </summary>
    /// <param name="bytes">The file as it is; empty for a new one.</param>
    /// <param name="text">The text, with any line ends.</param>
    public static byte[] With(ReadOnlySpan<byte> bytes, string text)
    {
        var lines = FileText.Split(Newline.Unify(text));
        return FileText.Of(bytes) is { } file
            && file.ToBytes(ChangedLines.Of(file.Lines, lines, file.LineEnd)) is { } same
            && TextOf(same) == string.Concat(lines)
            ? same
            : Encoding.UTF8.GetBytes(string.Concat(lines));
    }
}
