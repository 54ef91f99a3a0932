using Lysekil.Publishing.Contents.Diagnostics;
using SkiaSharp;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>The only way to a decoder (BannedSymbols.Decoders.txt): past the file's header.</summary>
internal static class PictureCodec
{
    /// <summary>In pixels; what the decoder and the encoder of JPEG take (libjpeg's JPEG_MAX_DIMENSION).</summary>
    public const int MostSide = 65_500;

    /// <summary>Opens a picture.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <returns>A codec that agrees with the header on the picture's size, or the refusal.</returns>
    public static (SKCodec? Codec, Diagnostic? Refusal) Open(byte[] bytes)
    {
        var header = PictureHeader.Of(bytes);
        if (RefusalOf(header) is { } refusal)
        {
            return (null, refusal);
        }

        using var data = SKData.CreateCopy(bytes);
#pragma warning disable RS0030 // The header is known to be usual.
        var codec = SKCodec.Create(data);
#pragma warning restore RS0030
        if (codec is not null && header == new PictureHeader.Usual(codec.Info.Width, codec.Info.Height))
        {
            return (codec, null);
        }

        codec?.Dispose();
        return (null, DiagnosticCatalog.PictureUnreadable());
    }

    private static Diagnostic? RefusalOf(PictureHeader header) => header switch
    {
        PictureHeader.Unusual unusual => DiagnosticCatalog.PictureKindUnusual(unusual.Format),
        PictureHeader.Usual(var width, var height) when (long)width * height > PictureFile.MostPixels =>
            DiagnosticCatalog.PictureTooLarge(width, height, PictureFile.MostPixels / 1_000_000),
        PictureHeader.Usual(var width, var height) when Math.Max(width, height) > MostSide =>
            DiagnosticCatalog.PictureTooLong(width, height, MostSide),
        PictureHeader.Usual => null,
        _ => DiagnosticCatalog.PictureUnreadable(),
    };
}
