namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// One of eight colours, by 0 or 1 each for red, green and blue: as many as the style sheet has classes for, since
/// the Content-Security-Policy allows no style on an element.
/// </summary>
public readonly record struct Tint(string Name)
{
    public static Tint Of(byte red, byte green, byte blue) => new(string.Concat(Level(red), Level(green), Level(blue)));

    private static char Level(byte value) => value < 128 ? '0' : '1';
}
