using System.Buffers;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>A picture that a text holds itself, as Word documents and texts of Google Docs do.</summary>
/// <param name="Name">The name of its file, made of its content: another content has another name.</param>
/// <param name="Picture">What pages need to know of it; <c>null</c> if it cannot be shown.</param>
public sealed record EmbeddedPicture(string Name, Picture? Picture)
{
    /// <summary>The most pictures of a text: a column of the index names those of several versions.</summary>
    public const int Most = 40;

    /// <summary>The size limit of a text with its pictures, and of the pictures together.</summary>
    public const int MostBytes = 25_000_000;

    /// <summary>The scheme of addresses in the text that is kept.</summary>
    private const string Scheme = "embedded:";

    private const int HashDigits = 16;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The media type.</summary>
    public string ContentType => AssetType.Of(Path.GetExtension(Name))!;

    /// <summary>The name of a picture's file; <c>null</c> if its first bytes are of no format that is opened.</summary>
    public static string? NameOf(byte[] content)
    {
        var extension = PictureHeader.FormatOf(content) switch
        {
            PictureFormat.Jpeg => ".jpg",
            PictureFormat.Png => ".png",
            PictureFormat.Gif => ".gif",
            PictureFormat.WebP => ".webp",
            _ => null,
        };
        return extension is null ? null : ContentHash.Of(content).Value[..HashDigits] + extension;
    }

    /// <summary>
    /// The address of a picture in the text that is kept. It does not depend on the text's own name, so that a renamed
    /// file keeps its content.
    /// </summary>
    public static string AddressOf(string name) => Scheme + name;

    /// <summary>The name in such an address; <c>null</c> if the address is another.</summary>
    public static string? NameIn(string address) =>
        address.StartsWith(Scheme, StringComparison.Ordinal)
        && address[Scheme.Length..] is var name
        && name.Length > HashDigits
        && !name.AsSpan(0, HashDigits).ContainsAnyExcept(Digits)
        && AssetType.Of(name[HashDigits..]) is not null
            ? name
            : null;

    /// <summary>The path at which readers get the picture. Sources have other paths.</summary>
    /// <param name="text">The source that holds the picture.</param>
    /// <param name="name">The picture's name.</param>
    public static SourcePath PathIn(SourcePath text, string name) => new($"bilder/{text.Value}/{name}");

    /// <summary>Whether a path is that of such a picture.</summary>
    public static bool IsPath(SourcePath path) =>
        path.Value.Split('/') is ["bilder", "artiklar" or "sidor", .., var text, _]
        && Path.GetExtension(text).ToLowerInvariant() is ".md" or ".docx" or ".odt";

    /// <summary>The picture as a file that a text uses.</summary>
    public UsedAsset In(SourcePath text) => new(PathIn(text, Name), Picture is not null, Picture);

    internal string Write() => $"{(Picture is null ? "missing" : Picture.Write())}\n{Name}";

    internal static EmbeddedPicture Read(string text)
    {
        var at = text.IndexOf('\n', StringComparison.Ordinal);
        return new EmbeddedPicture(text[(at + 1)..], Picture.Read(text[..at]));
    }
}

/// <summary>A picture as it was taken out of a text.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Content">The whole file.</param>
/// <param name="Line">The line of the text's file, if it has lines.</param>
public sealed record EmbeddedFile(string Name, byte[] Content, int? Line);
