using System.Globalization;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>What pages need to know of a picture.</summary>
/// <param name="Content">The file's hash.</param>
/// <param name="Width">The width in pixels, after the rotation that the camera noted.</param>
/// <param name="Height">The height in pixels, after that rotation.</param>
/// <param name="Bytes">The length of the file that visitors get under the picture's own name.</param>
/// <param name="Tint">The colour that a page shows until the picture is loaded.</param>
/// <param name="IsStill">Whether smaller copies are made of it: not of an animation, nor of a GIF.</param>
public sealed record Picture(ContentHash Content, int Width, int Height, long Bytes, Tint Tint, bool IsStill)
{
    /// <summary>The width limit of copies: no page shows a picture wider.</summary>
    public const int MostWidth = 1_600;

    /// <summary>In pixels: a side of a WebP has 14 bits (RFC 6386, section 9.1).</summary>
    private const int MostSideOfCopy = 16_383;

    /// <summary>In CSS pixels: 38rem, an article's column.</summary>
    private const int ColumnWidth = 608;

    private static readonly int[] Steps = [480, 960];

    /// <summary>The point that draws the eye, around which lists crop the picture.</summary>
    public FocalPoint Focus { get; init; } = FocalPoint.Centre;

    /// <summary>
    /// The widths of the copies in pixels, narrowest first; the last is as wide as pages show the picture, or as WebP
    /// allows. A picture so tall that no copy fills the column has none: a browser prefers copies, and the picture
    /// itself is sharper.
    /// </summary>
    public IEnumerable<int> Widths => IsStill && WidestCopy >= Math.Min(Shown.Width, ColumnWidth)
        ? Steps.Where(s => s < WidestCopy).Append(WidestCopy)
        : [];

    /// <summary>The largest size in which pages show the picture.</summary>
    public (int Width, int Height) Shown =>
        IsStill && Width > MostWidth
            ? (MostWidth, Math.Max(1, (int)((long)Height * MostWidth / Width)))
            : (Width, Height);

    private int WidestCopy => (int)Math.Min(Shown.Width, (long)MostSideOfCopy * Width / Height);

    /// <summary>
    /// Writes the point behind the tint, as in <c>110@50,20</c>: an engine that knows no points still reads the rest.
    /// </summary>
    public string Write()
    {
        var focus = Focus == FocalPoint.Centre ? "" : "@" + Focus.Write();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Content.Value} {Width} {Height} {Bytes} {Tint.Name}{focus}{(IsStill ? "" : " moving")}");
    }

    public static Picture? Read(string? text) =>
        text?.Split(' ') is [var hash, var width, var height, var bytes, var colour, .. var rest]
            && colour.Split('@') is [var tint, .. var points]
        ? new(new ContentHash(hash), Number(width), Number(height), Number(bytes), new Tint(tint), rest.Length == 0)
        {
            Focus = points is [var point] ? FocalPoint.Read(point) : FocalPoint.Centre,
        }
        : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>
/// One of eight colours, by 0 or 1 each for red, green and blue. The style sheet has a class for each, since the
/// Content-Security-Policy allows no style on an element.
/// </summary>
public readonly record struct Tint(string Name)
{
    public static Tint Of(byte red, byte green, byte blue) =>
        new(string.Concat(Level(red), Level(green), Level(blue)));

    private static char Level(byte value) => value < 128 ? '0' : '1';
}
