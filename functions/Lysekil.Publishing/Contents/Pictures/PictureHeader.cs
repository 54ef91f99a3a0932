namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// The kind of a picture according to the start of its file. It is read in managed code, since decoders are native: a
/// file that crashes one ends the process. Decoders get only <see cref="Usual"/> files.
/// </summary>
internal abstract record PictureHeader
{
    private PictureHeader()
    {
    }

    /// <summary>Reads a file's header, without decoding pixels.</summary>
    /// <param name="file">The whole file.</param>
    public static PictureHeader Of(ReadOnlySpan<byte> file) => FormatOf(file) switch
    {
        PictureFormat.Jpeg => JpegHeader.Read(file[2..]),
        PictureFormat.Png => PngHeader.Read(file[8..]),
        PictureFormat.Gif => GifHeader.Read(file[6..]),
        PictureFormat.WebP => WebPHeader.Read(file[4..]),
        _ => new Damaged(),
    };

    /// <summary>The format that a file's first bytes name; <c>null</c> if they name none.</summary>
    public static PictureFormat? FormatOf(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, ..] => PictureFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureFormat.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => PictureFormat.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => PictureFormat.WebP,
        _ => null,
    };

    /// <summary>A file as cameras and image programs write it.</summary>
    /// <param name="Width">The width in pixels as stored; at least 1.</param>
    /// <param name="Height">The height in pixels as stored; at least 1.</param>
    public sealed record Usual(int Width, int Height) : PictureHeader
    {
        /// <summary>
        /// Whether the picture becomes sharper pass by pass, so that a decoder holds all of it until the last pass.
        /// </summary>
        public bool IsInterlaced { get; init; }

        /// <summary>Whether several frames follow; not known of a GIF.</summary>
        public bool IsAnimated { get; init; }
    }

    /// <summary>A variant that its standard or a vendor defines, and that hardly any program writes.</summary>
    /// <param name="Format">The name of the format.</param>
    public sealed record Unusual(string Format) : PictureHeader;

    /// <summary>A file that violates the standard of its format.</summary>
    public sealed record Damaged : PictureHeader;
}
