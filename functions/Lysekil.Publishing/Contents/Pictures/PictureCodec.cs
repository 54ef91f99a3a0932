using Lysekil.Publishing.Contents.Diagnostics;
using NetVips;

#pragma warning disable RS0030 // All of libvips is banned elsewhere: this type checks the headers of files first.

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// A picture that libvips decodes. This is the only way to a decoder (BannedSymbols.Decoders.txt), and checks the
/// file's header first. Pixels are read only while a copy is made: row by row, and no finer than the copy needs, where
/// the format allows it.
/// </summary>
internal sealed class PictureCodec
{
    /// <summary>In pixels: the limit of libjpeg (JPEG_MAX_DIMENSION).</summary>
    public const int MostSide = 65_500;

    private const int Quality = 78;

    /// <summary>
    /// Decoded, 32 MB. Of larger pictures that a decoder holds as a whole, a process decodes one at a time, however
    /// many messages it handles at once.
    /// </summary>
    private const int ManyPixels = 8_000_000;

    /// <summary>In pixels: the frames of a longer animation are not all decoded.</summary>
    private const long MostOfFrames = 200_000_000;

    /// <summary>In pixels: libvips looks for the attention point in a copy of 32 × 32.</summary>
    private const int SideForAttention = 256;

    private static readonly Lock Large = new();

    private readonly byte[] _file;
    private readonly PictureHeader.Usual _header;
    private readonly bool _hasProfile;
    private readonly int _frames;

    /// <summary>
    /// Decoders for other formats are blocked, whatever a file says. Each copy is made once, so results are not cached;
    /// messages run in parallel, so a copy does not. Warnings about a file are its editor's matter, not the operators'.
    /// </summary>
    static PictureCodec()
    {
        DecoderMemory.GiveBack();
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in (string[])["Jpeg", "Png", "Nsgif", "Webp"])
        {
            Operation.Block("VipsForeignLoad" + loader, false);
        }
    }

    private PictureCodec(byte[] file, PictureHeader.Usual header, PictureFormat format, Image opened)
    {
        (_file, _header, Format) = (file, header, format);
        _hasProfile = opened.Contains("icc-profile-data");
        _frames = NumberOf(opened, "n-pages");
        var isOnItsSide = NumberOf(opened, "orientation") is >= 5 and <= 8; // Exif 2.32, section 4.6.4, tag 0x0112.
        (Width, Height) = isOnItsSide ? (header.Height, header.Width) : (header.Width, header.Height);
    }

    public PictureFormat Format { get; }

    /// <summary>The width in pixels, after the rotation that the camera noted.</summary>
    public int Width { get; }

    /// <summary>The height in pixels, after that rotation.</summary>
    public int Height { get; }

    /// <summary>Whether copies can be made of it: not of an animation, nor of a GIF, which no camera takes.</summary>
    public bool IsStill => Format != PictureFormat.Gif && !_header.IsAnimated;

    /// <summary>A damaged JPEG only yields warnings, with grey areas in the picture.</summary>
    private Enums.FailOn FailOn => Format == PictureFormat.Jpeg ? Enums.FailOn.Warning : Enums.FailOn.Error;

    /// <summary>Opens a picture.</summary>
    /// <param name="file">The whole file.</param>
    /// <returns>A codec that agrees with the header on the picture's size, or the refusal.</returns>
    public static (PictureCodec? Codec, Diagnostic? Refusal) Open(byte[] file)
    {
        var header = PictureHeader.Of(file);
        if (RefusalOf(header) is { } refusal)
        {
            return (null, refusal);
        }

        var (usual, format) = ((PictureHeader.Usual)header, PictureHeader.FormatOf(file)!.Value);
        try
        {
            using var source = Source.NewFromMemory(file); // Of a buffer, libvips would get a copy.
            using var opened = Image.NewFromSource(source, access: Enums.Access.Sequential);
            if (format == PictureFormat.Gif || (opened.Width, opened.Height) == (usual.Width, usual.Height))
            {
                return (new PictureCodec(file, usual, format, opened), null);
            }
        }
        catch (VipsException)
        {
            // The answer is the same as for another size.
        }

        return (null, DiagnosticCatalog.PictureUnreadable());
    }

    /// <summary>Makes a copy: upright, in sRGB, and without metadata.</summary>
    /// <param name="width">The width of the copy, in pixels.</param>
    /// <param name="format">The format of the copy; not GIF.</param>
    /// <returns>
    /// The copy; <c>null</c> if the picture cannot be decoded, or the format does not allow that size.
    /// </returns>
    public byte[]? Copy(int width, PictureFormat format)
    {
        var height = Math.Max(1, (int)((long)Height * width / Width));
        using var alone = IsHeldAsAWhole && (long)Width * Height > ManyPixels ? Large.EnterScope() : default;
        return (_hasProfile ? Copy(width, height, format, "srgb") : null) ?? Copy(width, height, format, null);
    }

    /// <summary>
    /// Whether the pixels can be decoded: those of all frames, or of the first one of a very long animation.
    /// </summary>
    public bool IsReadable()
    {
        var pages = _frames * (long)Width * Height <= MostOfFrames ? -1 : 1;
        using var alone = (long)Width * Height > ManyPixels ? Large.EnterScope() : default;
        try
        {
            using var source = Source.NewFromMemory(_file);
            using var frames = Format switch
            {
                PictureFormat.Gif =>
                    Image.GifloadSource(source, pages, access: Enums.Access.Sequential, failOn: FailOn),
                PictureFormat.WebP =>
                    Image.WebploadSource(source, n: pages, access: Enums.Access.Sequential, failOn: FailOn),
                _ => Image.NewFromSource(source, access: Enums.Access.Sequential, failOn: FailOn),
            };
            frames.Avg();
            return true;
        }
        catch (VipsException)
        {
            return false;
        }
    }

    /// <summary>The tint of a picture that is known to be readable.</summary>
    public static Tint TintOf(byte[] file)
    {
        using var mean = Image.ThumbnailBuffer(file, 1, height: 1, size: Enums.Size.Force);
        var colour = mean.Getpoint(0, 0).Select(v => (byte)Math.Clamp(Math.Round(v), 0, 255)).ToArray();
        return colour is [var red, var green, var blue, ..]
            ? Tint.Of(red, green, blue)
            : Tint.Of(colour[0], colour[0], colour[0]);
    }

    /// <summary>
    /// The point that draws the eye in a picture that is known to be readable: where edges, skin and strong colours
    /// are; the centre if it has no such point.
    /// </summary>
    public static FocalPoint AttentionIn(byte[] file)
    {
        try
        {
            using var thumbnail = Image.ThumbnailBuffer(
                file, SideForAttention, height: SideForAttention, size: Enums.Size.Down);
            using var small = thumbnail.CopyMemory(); // It is read several times, and a decoder gives its rows once.
            var (width, height) = PictureCrop.SizeIn(small.Width, small.Height);
            using var part = small.Smartcrop(width, height, out var x, out var y, Enums.Interesting.Attention);
            return (x, y) == (0, 0)
                ? FocalPoint.Centre
                : new FocalPoint(PercentOf(x, small.Width), PercentOf(y, small.Height));
        }
        catch (VipsException)
        {
            return FocalPoint.Centre;
        }

        static int PercentOf(int at, int all) => Math.Clamp(100 * at / all, 0, 100);
    }

    private bool IsHeldAsAWhole => _header.IsInterlaced || Format == PictureFormat.WebP;

    private static int NumberOf(Image image, string name) => image.Contains(name) ? (int)image.Get(name) : 1;

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

    /// <param name="width">Of the copy.</param>
    /// <param name="height">Of the copy.</param>
    /// <param name="format">Of the copy.</param>
    /// <param name="profile">The colour profile of the copy; <c>null</c> leaves the file's own out of account.</param>
    private byte[]? Copy(int width, int height, PictureFormat format, string? profile)
    {
        try
        {
            // An option of the loader, since libvips 8.18 leaves the argument "fail_on" of this operation unused.
            var options = $"fail_on={FailOn}".ToLowerInvariant();
            using var source = Source.NewFromMemory(_file);
            using var drawn = Image.ThumbnailSource(
                source, width, options, height: height, size: Enums.Size.Force, outputProfile: profile);
            return format switch
            {
                PictureFormat.Jpeg =>
                    drawn.JpegsaveBuffer(q: Quality, optimizeCoding: true, keep: Enums.ForeignKeep.None),
                PictureFormat.Png => drawn.PngsaveBuffer(
                    filter: Enums.ForeignPngFilter.All, keep: Enums.ForeignKeep.None),
                PictureFormat.WebP => drawn.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None),
                _ => throw new ArgumentOutOfRangeException(nameof(format)),
            };
        }
        catch (VipsException)
        {
            return null;
        }
    }
}
