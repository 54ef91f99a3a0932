namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Colours of the built-in style sheet, against which a site's own colours are checked.</summary>
/// <param name="Background">What text stands on.</param>
/// <param name="Texts">The colours of text, the accent among them.</param>
/// <param name="IsDark">Whether the colours are for visitors with a dark theme.</param>
internal sealed record Palette(Colour Background, IReadOnlyList<Colour> Texts, bool IsDark)
{
    /// <summary>The least contrast of text (Web Content Accessibility Guidelines 2.2, 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    public static Palette Light { get; } = new(
        new Colour(0xFDFCF9),
        [new Colour(0x1D2327), new Colour(0x586069), new Colour(0x9C2A1C), new Colour(0x0B4F6C)],
        IsDark: false);

    public static Palette Dark { get; } = new(
        new Colour(0x14181B),
        [new Colour(0xE4E2DC), new Colour(0xA3A9AE), new Colour(0xF0937F), new Colour(0x8CC7E3)],
        IsDark: true);

    /// <summary>The colour of text that is the hardest to read on a background.</summary>
    public Colour Faintest(Colour background) => Texts.MinBy(t => t.ContrastTo(background))!;
}
