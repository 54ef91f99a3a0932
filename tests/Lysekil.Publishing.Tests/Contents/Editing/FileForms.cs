using System.Text;

namespace Lysekil.Publishing.Tests.Contents.Editing;

/// <summary>The forms in which editors' programs save the same text.</summary>
internal static class FileForms
{
    public static FileForm Windows1252 { get; } = new(
        "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "\r\n", HasMark: false);

    /// <summary>All that hold every character.</summary>
    public static IReadOnlyList<FileForm> All { get; } =
    [
        new("UTF-8", Encoding.UTF8, "\n", HasMark: false),
        new("UTF-8 with a mark", Encoding.UTF8, "\r\n", HasMark: true),
        new("UTF-8 of old Macs", Encoding.UTF8, "\r", HasMark: false),
        new("UTF-16", Encoding.Unicode, "\r\n", HasMark: true),
        new("UTF-16, big-endian", Encoding.BigEndianUnicode, "\n", HasMark: true),
    ];
}

internal sealed record FileForm(string Name, Encoding Encoding, string LineEnd, bool HasMark)
{
    /// <param name="text">With <c>\n</c> line ends.</param>
    public byte[] Of(string text) =>
    [
        .. HasMark ? Encoding.GetPreamble() : [],
        .. Encoding.GetBytes(text.Replace("\n", LineEnd, StringComparison.Ordinal)),
    ];
}
