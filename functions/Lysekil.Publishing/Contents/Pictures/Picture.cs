using System.Globalization;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>What pages say of a picture without opening it.</summary>
/// <param name="Content">The file's.</param>
/// <param name="Width">In pixels, as it is seen: once it is turned as the camera says.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Bytes">How long the file is that visitors get under the picture's own name.</param>
/// <param name="Tint">What stands there until it is loaded (<see cref="Pictures.Tint"/>).</param>
/// <param name="IsStill">Whether smaller copies are made of it; not of what moves, nor of a GIF.</param>
public sealed record Picture(ContentHash Content, int Width, int Height, long Bytes, Tint Tint, bool IsStill)
{
    /// <summary>No page shows a picture wider, so no copy is.</summary>
    public const int MostWidth = 1_600;

    /// <summary>In pixels; a side of a WebP takes 14 bits (RFC 6386, section 9.1).</summary>
    private const int MostSideOfCopy = 16_383;

    /// <summary>In CSS pixels: 38rem, an article's column.</summary>
    private const int ColumnWidth = 608;

    private static readonly int[] Steps = [480, 960];

    /// <summary>
    /// The widths of its smaller copies, in pixels, narrowest first; the last is as wide as it is ever shown, or as WebP can
    /// hold. A picture so tall that no copy fills the column has none: a browser takes one of the copies where there are any,
    /// and the picture itself is sharper.
    /// </summary>
    public IEnumerable<int> Widths => IsStill && WidestCopy >= Math.Min(Shown.Width, ColumnWidth)
        ? Steps.Where(s => s < WidestCopy).Append(WidestCopy)
        : [];

    /// <summary>Its size as it is shown at most.</summary>
    public (int Width, int Height) Shown =>
        IsStill && Width > MostWidth ? (MostWidth, Math.Max(1, (int)((long)Height * MostWidth / Width))) : (Width, Height);

    private int WidestCopy => (int)Math.Min(Shown.Width, (long)MostSideOfCopy * Width / Height);

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Content.Value} {Width} {Height} {Bytes} {Tint.Name}{(IsStill ? "" : " moving")}");

    public static Picture? Read(string? text) => text?.Split(' ') is [var hash, var width, var height, var bytes, var tint, .. var rest]
        ? new(new ContentHash(hash), Number(width), Number(height), Number(bytes), new Tint(tint), rest.Length == 0)
        : null;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
