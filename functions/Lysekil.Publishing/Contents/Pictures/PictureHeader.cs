namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// What the start of a picture's file says of it. It is read here, in managed code, since decoders are native: a file that
/// breaks one ends the process. A decoder sees only files that are <see cref="Usual"/>.
/// </summary>
internal abstract record PictureHeader
{
    private PictureHeader()
    {
    }

    /// <summary>Reads a file's header; nothing that is unpacked.</summary>
    /// <param name="file">The whole file.</param>
    public static PictureHeader Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, .. var rest] => JpegHeader.Read(rest),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. var rest] => PngHeader.Read(rest),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', .. var rest] =>
            GifHeader.Read(rest),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', .. var rest] => WebPHeader.Read(rest),
        _ => new Damaged(),
    };

    /// <summary>A kind of picture that cameras and image programs write.</summary>
    /// <param name="Width">In pixels, as they are stored; at least 1.</param>
    /// <param name="Height">Likewise.</param>
    public sealed record Usual(int Width, int Height) : PictureHeader;

    /// <summary>A kind that its standard or a maker knows and that hardly any program writes.</summary>
    /// <param name="Format">What the format is called.</param>
    public sealed record Unusual(string Format) : PictureHeader;

    /// <summary>Not what the standard of the format says.</summary>
    public sealed record Damaged : PictureHeader;
}
