using System.Globalization;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>A colour of the sRGB space, without transparency.</summary>
/// <param name="Rgb">Red, green and blue, a byte each, red in the highest.</param>
public sealed record Colour(int Rgb)
{
    private const int Short = 3;
    private const int Long = 6;

    /// <summary>
    /// Reads hexadecimal notation (CSS Color Module Level 4, section 5.2) of three or six digits, also without its
    /// <c>#</c>; <c>null</c> for anything else.
    /// </summary>
    public static Colour? Read(string text)
    {
        var digits = text.StartsWith('#') ? text[1..] : text;
        if (digits.Length == Short)
        {
            digits = string.Concat(digits.Select(d => new string(d, 2)));
        }

        return digits.Length == Long
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new Colour(rgb)
            : null;
    }

    /// <summary>
    /// The contrast ratio of two colours, from 1 to 21 (Web Content Accessibility Guidelines 2.2, "contrast ratio").
    /// </summary>
    public double ContrastTo(Colour other)
    {
        const double Flare = 0.05;
        var (one, two) = (Luminance + Flare, other.Luminance + Flare);
        return Math.Max(one, two) / Math.Min(one, two);
    }

    /// <summary>As style sheets write it: <c>#9c2a1c</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Rgb:x6}");

    /// <summary>From 0 (black) to 1 (white); the same guidelines, "relative luminance".</summary>
    private double Luminance =>
        (0.2126 * Linear(Rgb >> 16)) + (0.7152 * Linear(Rgb >> 8)) + (0.0722 * Linear(Rgb));

    private static double Linear(int channel)
    {
        var value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
