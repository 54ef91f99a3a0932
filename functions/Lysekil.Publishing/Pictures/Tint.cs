namespace Lysekil.Publishing.Pictures;

/// <summary>
/// One of 27 colours, by a digit from 0 to 2 each for red, green and blue: as many as the style sheet has classes for, since
/// the Content-Security-Policy allows no style on an element.
/// </summary>
public readonly record struct Tint(string Name)
{
    public static Tint Of(byte red, byte green, byte blue) => new(string.Concat(Level(red), Level(green), Level(blue)));

    private static char Level(byte value) => (char)('0' + (value * 3 / 256));
}
