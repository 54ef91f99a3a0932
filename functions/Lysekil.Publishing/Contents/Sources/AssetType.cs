using System.Collections.Immutable;

namespace Lysekil.Publishing.Contents.Sources;

/// <summary>
/// The kinds of files that a site serves as they are: none that a browser would run. A file must begin as its kind does,
/// so that nothing else hides behind an ending.
/// </summary>
public static class AssetType
{
    /// <summary>Larger files are refused: each is read and written as one piece of work.</summary>
    public const long MostBytes = 50_000_000;

    /// <summary>How much of a file <see cref="Matches"/> wants to see.</summary>
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

    /// <summary>The media type for a file ending in lower case; <c>null</c> where such files are not served.</summary>
    public static string? Of(string extension) => ContentTypes.GetValueOrDefault(extension);

    /// <summary>Whether a file that begins so can be of that media type.</summary>
    public static bool Matches(string contentType, ReadOnlySpan<byte> start) => contentType switch
    {
        "image/jpeg" => start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        "image/png" => start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        "image/gif" => start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8),
        "image/webp" => start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..12].SequenceEqual("WEBP"u8),
        "video/mp4" => start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8) && !IsPicture(start[8..12]),
        "application/pdf" => start.StartsWith("%PDF-"u8),
        "audio/mpeg" => start.StartsWith("ID3"u8) || (start.Length >= 2 && start[0] == 0xFF && (start[1] & 0xE0) == 0xE0),
        _ => false,
    };

    /// <summary>Whether a file is a picture of a telephone's, by its brand (ISO/IEC 23008-12): such a file begins as a film does.</summary>
    private static bool IsPicture(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("avi"u8) || brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand[1..].SequenceEqual("if1"u8) || brand.SequenceEqual("msf1"u8);
}
