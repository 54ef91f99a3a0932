using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Markup.Links;

/// <summary>Tells why an address in a text is neither followed nor shown.</summary>
internal static class DroppedAddress
{
    /// <summary>Types of files that are pictures, but not such as are published.</summary>
    private static readonly string[] OtherPictures =
        [".heic", ".heif", ".avif", ".jfif", ".jpe", ".tif", ".tiff", ".bmp", ".svg", ".jxl"];

    /// <param name="line">The line of the address.</param>
    /// <param name="url">The address as written.</param>
    /// <param name="isImage">
    /// Whether a picture is to be shown from it. A link to a picture is told as one, too, by its address.
    /// </param>
    public static Diagnostic Tell(int line, string url, bool isImage)
    {
        var isEmbedded = url.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
        var end = url.AsSpan().IndexOfAny("?#");
        var type = isEmbedded ? "" : Path.GetExtension(end < 0 ? url : url[..end]).ToLowerInvariant();
        var isPicture = isImage || OtherPictures.Contains(type)
            || url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);
        if (!isPicture)
        {
            return DiagnosticCatalog.LinkDropped(line, url);
        }

        return type switch
        {
            _ when isEmbedded => DiagnosticCatalog.PictureEmbedded(line, url),
            ".jfif" or ".jpe" => DiagnosticCatalog.PictureMisnamed(line, url, type),
            _ when OtherPictures.Contains(type) => DiagnosticCatalog.PictureKindNotShown(line, url, type),
            _ => DiagnosticCatalog.PictureAddressInvalid(line, url),
        };
    }
}
