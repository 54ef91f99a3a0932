namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// The part of a lead picture that lists show: 16:9, as the style sheet crops the pictures of cards. It is as wide as
/// the picture or as high, so one number tells where it lies.
/// </summary>
internal static class PictureCrop
{
    /// <summary>The place of a part at the right or the bottom; 0 is one at the left or the top.</summary>
    public const int Last = 4;

    /// <summary>The place of a part in the middle.</summary>
    public const int Middle = Last / 2;

    private const int RatioWidth = 16;
    private const int RatioHeight = 9;

    /// <summary>The size of the part in pixels; at least 1 a side.</summary>
    /// <param name="width">The width of the picture, in pixels.</param>
    /// <param name="height">The height of the picture, in pixels.</param>
    public static (int Width, int Height) SizeIn(int width, int height) => (
        (int)Math.Clamp((long)height * RatioWidth / RatioHeight, 1, width),
        (int)Math.Clamp((long)width * RatioHeight / RatioWidth, 1, height));

    /// <summary>The place of the part, from 0 to <see cref="Last"/>, that has a point nearest to its middle.</summary>
    /// <param name="point">The point.</param>
    /// <param name="width">The width of the picture, in pixels.</param>
    /// <param name="height">The height of the picture, in pixels.</param>
    public static int PlaceAround(FocalPoint point, int width, int height)
    {
        var shown = SizeIn(width, height);
        var (percent, part, whole) = shown.Height < height
            ? (point.Y, shown.Height, height)
            : (point.X, shown.Width, width);
        if (part == whole)
        {
            return Middle;
        }

        var start = (percent / 100.0 * whole) - (part / 2.0);
        return (int)Math.Round(Math.Clamp(start / (whole - part), 0, 1) * Last, MidpointRounding.AwayFromZero);
    }
}
