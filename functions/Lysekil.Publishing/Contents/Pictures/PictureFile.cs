using System.Globalization;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;
using SkiaSharp;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// Opens a picture's file, and makes copies of it: turned as the camera says (EXIF orientation), in sRGB, and without anything
/// that the camera noted, such as the place.
/// </summary>
public static class PictureFile
{
    /// <summary>In pixels; unpacked, each takes four bytes.</summary>
    public const int MostPixels = 40_000_000;

    /// <summary>Two engines of one version make the same copies.</summary>
    public const string Version = "1";

    private const int Quality = 78;

    /// <summary>Unpacked, 32 MB: of larger pictures one is open at a time, however many messages a process handles at once.</summary>
    private const int ManyPixels = 8_000_000;

    private static readonly Lock Large = new();
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>The media types that are pictures and can be opened.</summary>
    public static bool CanOpen(string contentType) => contentType is "image/jpeg" or "image/png" or "image/webp" or "image/gif";

    /// <summary>What the file shows.</summary>
    /// <param name="bytes">The whole file, of a type that <see cref="CanOpen"/>.</param>
    /// <param name="content">Its hash.</param>
    /// <returns>The picture, or the refusal of one that cannot be unpacked.</returns>
    public static (Picture? Picture, Diagnostic? Refusal) Read(byte[] bytes, ContentHash content)
    {
        var (opened, refusal) = PictureCodec.Open(bytes);
        using var codec = opened;
        if (codec is null)
        {
            return (null, refusal);
        }

        using var small = Draw(codec, 1, 1, least: 64);
        if (small?.GetPixel(0, 0) is not { } mean)
        {
            return (null, DiagnosticCatalog.PictureUnreadable());
        }

        var (width, height) = SeenSizeOf(codec);
        var tint = Tint.Of(mean.Red, mean.Green, mean.Blue);
        var picture = new Picture(content, width, height, bytes.Length, tint, IsStill(codec));
        if (!picture.IsStill)
        {
            return (picture, null);
        }

        return Copy(codec, picture.Shown.Width, codec.EncodedFormat) is { } shown
            ? (picture with { Bytes = shown.Length }, null)
            : (null, DiagnosticCatalog.PictureUnreadable());
    }

    /// <summary>A copy as WebP.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="width">How wide the copy is to be, in pixels.</param>
    /// <exception cref="InvalidDataException">A picture that was read once cannot be copied.</exception>
    public static byte[] ToWebP(byte[] bytes, int width) => Copy(bytes, width, _ => SKEncodedImageFormat.Webp);

    /// <summary>A copy of the same type.</summary>
    /// <inheritdoc cref="ToWebP"/>
    public static byte[] ToSame(byte[] bytes, int width) => Copy(bytes, width, codec => codec.EncodedFormat);

    private static byte[] Copy(byte[] bytes, int width, Func<SKCodec, SKEncodedImageFormat> format)
    {
        var (opened, refusal) = PictureCodec.Open(bytes);
        using var codec = opened ?? throw new InvalidDataException($"The picture cannot be opened. {refusal!.Message}");
        return Copy(codec, width, format(codec)) ?? throw new InvalidDataException(
            string.Create(CultureInfo.InvariantCulture, $"No copy of the picture can be made {width} pixels wide."));
    }

    /// <returns><c>null</c> where the picture cannot be unpacked, or its format cannot hold it in that size.</returns>
    private static byte[]? Copy(SKCodec codec, int width, SKEncodedImageFormat format)
    {
        var (fullWidth, fullHeight) = SeenSizeOf(codec);
        var height = Math.Max(1, (int)((long)fullHeight * width / fullWidth));
        using var drawn = Draw(codec, width, height, least: width);
        using var encoded = drawn?.Encode(format, Quality);
        return encoded?.ToArray();
    }

    /// <summary>Unpacks the picture, no finer than needed, turns it, and draws it in the size.</summary>
    /// <param name="codec">The picture.</param>
    /// <param name="width">Of the drawing.</param>
    /// <param name="height">Of the drawing.</param>
    /// <param name="least">How wide and high what is unpacked must be at least, where the picture is.</param>
    private static SKBitmap? Draw(SKCodec codec, int width, int height, int least)
    {
        var size = Coarsest(codec, least);
        using var alone = (long)size.Width * size.Height > ManyPixels ? Large.EnterScope() : default;
        using var raw = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(raw.Info, raw.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
        {
            return null;
        }

        var drawn = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        using var canvas = new SKCanvas(drawn);
        using var image = SKImage.FromBitmap(raw);
        var (seenWidth, seenHeight) = IsOnItsSide(codec) ? (size.Height, size.Width) : (size.Width, size.Height);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale((float)width / seenWidth, (float)height / seenHeight);
        canvas.Concat(Turning(codec.EncodedOrigin, size.Width, size.Height));
        canvas.DrawImage(image, 0, 0, Smooth);
        canvas.Flush();
        return drawn;
    }

    /// <summary>The smallest size that a codec unpacks into by itself, as that of JPEG does into eighths.</summary>
    private static SKSizeI Coarsest(SKCodec codec, int least)
    {
        for (var eighths = 1; eighths < 8; eighths++)
        {
            var size = codec.GetScaledDimensions(eighths / 8f);
            if (Math.Min(size.Width, size.Height) >= least)
            {
                return size;
            }
        }

        return codec.Info.Size;
    }

    /// <summary>Whether copies are made of it: a GIF cannot be written here, and no camera writes one.</summary>
    private static bool IsStill(SKCodec codec) => codec.FrameCount <= 1 && codec.EncodedFormat != SKEncodedImageFormat.Gif;

    private static (int Width, int Height) SeenSizeOf(SKCodec codec) =>
        IsOnItsSide(codec) ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);

    private static bool IsOnItsSide(SKCodec codec) => codec.EncodedOrigin is
        SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    /// <summary>From the file's pixels to those that are seen (Exif 2.32, section 4.6.4, tag 0x0112).</summary>
    private static SKMatrix Turning(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
