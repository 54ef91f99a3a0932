using System.Collections.Immutable;

namespace Lysekil.Publishing.Contents.Sources;

/// <summary>
/// The types of files that a site serves, none of which a browser runs. A file must begin as its type does, so that no
/// other content hides behind a file extension.
/// </summary>
public static class AssetType
{
    /// <summary>The size limit: each file is read and written while one message is handled.</summary>
    public const long MostBytes = 50_000_000;

    /// <summary>How many of a file's first bytes <see cref="Matches"/> needs.</summary>
    public const int SignatureBytes = 16;

    private static readonly ImmutableDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".pdf"] = "application/pdf",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The media type for a file extension in lower case; <c>null</c> if such files are not served.</summary>
    public static string? Of(string extension) => ContentTypes.GetValueOrDefault(extension);

    /// <summary>Whether a file with these first bytes can be of the media type.</summary>
    public static bool Matches(string contentType, ReadOnlySpan<byte> start) => contentType switch
    {
        "image/jpeg" => start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "image/png" => start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        "image/gif" => start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8),
        "image/webp" => start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..12].SequenceEqual("WEBP"u8),
        "video/mp4" => start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8) && !IsPicture(start[8..12]),
        "application/pdf" => start.StartsWith("%PDF-"u8),
        "audio/mpeg" =>
            start.StartsWith("ID3"u8) || (start.Length >= 2 && start[0] == 0xFF && (start[1] & 0xE0) == 0xE0),
        _ => false,
    };

    /// <summary>
    /// Whether the brand is that of a HEIF or AVIF picture (ISO/IEC 23008-12), which begins as a film does.
    /// </summary>
    private static bool IsPicture(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("avi"u8)
            || brand.StartsWith("hei"u8)
            || brand.StartsWith("hev"u8)
            || brand[1..].SequenceEqual("if1"u8)
            || brand.SequenceEqual("msf1"u8);
}
