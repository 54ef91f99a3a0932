using System.Globalization;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// Reads a picture's file, and makes copies of it: rotated as the camera noted (EXIF orientation), in sRGB, and without
/// the camera's metadata, such as the place.
/// </summary>
public static class PictureFile
{
    /// <summary>In pixels, each of which takes four bytes where a decoder holds a picture as a whole.</summary>
    public const int MostPixels = 40_000_000;

    /// <summary>
    /// A smaller picture is an icon: it has no room for a subject beside which something could be cut off.
    /// </summary>
    private const int LeastSideForAttention = 64;

    /// <summary>Engines of the same version make the same copies.</summary>
    public const string Version = "2";

    /// <summary>Whether the media type is that of a picture that can be decoded.</summary>
    public static bool CanOpen(string contentType) =>
        contentType is "image/jpeg" or "image/png" or "image/webp" or "image/gif";

    /// <summary>Reads what pages need to know of a picture.</summary>
    /// <param name="bytes">The whole file, of a type that <see cref="CanOpen"/> accepts.</param>
    /// <param name="content">The hash of the file.</param>
    /// <returns>The picture, or the refusal of a picture that cannot be decoded.</returns>
    public static (Picture? Picture, Diagnostic? Refusal) Read(byte[] bytes, ContentHash content)
    {
        var (codec, refusal) = PictureCodec.Open(bytes);
        if (codec is null)
        {
            return (null, refusal);
        }

        var picture = new Picture(content, codec.Width, codec.Height, bytes.Length, default, codec.IsStill);
        var served = picture.IsStill ? codec.Copy(picture.Shown.Width, codec.Format) : Bare(bytes);
        return served is null
            ? (null, DiagnosticCatalog.PictureUnreadable())
            : (picture with
            {
                Bytes = served.Length,
                Tint = PictureCodec.TintOf(served),
                Focus = Math.Max(codec.Width, codec.Height) < LeastSideForAttention
                    ? FocalPoint.Centre
                    : PictureCodec.AttentionIn(served),
            }, null);
    }

    /// <summary>Makes a copy as WebP.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="width">The width of the copy, in pixels.</param>
    /// <exception cref="InvalidDataException">The picture cannot be copied, although it could be read.</exception>
    public static byte[] ToWebP(byte[] bytes, int width) => Copy(bytes, width, _ => PictureFormat.WebP);

    /// <summary>Makes a copy of the same type.</summary>
    /// <inheritdoc cref="ToWebP"/>
    public static byte[] ToSame(byte[] bytes, int width) => Copy(bytes, width, codec => codec.Format);

    /// <summary>Makes a copy of a GIF or an animation, with the same pixels and without metadata.</summary>
    /// <inheritdoc cref="ToWebP"/>
    public static byte[] ToBare(byte[] bytes) =>
        Bare(bytes) ?? throw new InvalidDataException("The picture cannot be opened.");

    /// <summary>Makes all that pages need of a picture, and throws it away.</summary>
    /// <param name="bytes">The whole file.</param>
    public static void DryRun(byte[] bytes)
    {
        var widths = Read(bytes, ContentHash.Of(bytes)).Picture?.Widths ?? [];
        foreach (var width in widths)
        {
            ToWebP(bytes, width);
        }
    }

    private static byte[] Copy(byte[] bytes, int width, Func<PictureCodec, PictureFormat> format)
    {
        var (codec, refusal) = PictureCodec.Open(bytes);
        if (codec is null)
        {
            throw new InvalidDataException($"The picture cannot be opened. {refusal!.Message}");
        }

        return codec.Copy(width, format(codec)) ?? throw new InvalidDataException(
            string.Create(CultureInfo.InvariantCulture, $"No copy of the picture can be made {width} pixels wide."));
    }

    /// <returns>The file without metadata; <c>null</c> if it is damaged anywhere.</returns>
    private static byte[]? Bare(byte[] bytes) =>
        PictureMetadata.Without(bytes) is { } bare && PictureCodec.Open(bare).Codec?.IsReadable() == true ? bare : null;
}
