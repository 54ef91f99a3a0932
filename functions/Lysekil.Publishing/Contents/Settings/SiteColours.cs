using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// A site's own colours, from the setting <c>colours</c>; <c>null</c> where the style sheet's own holds. Text can be
/// read in all of them.
/// </summary>
public sealed record SiteColours
{
    internal const string Setting = "colours";

    private const string AccentName = "accent";
    private const string BackgroundName = "background";
    private const string DarkAccentName = "darkAccent";
    private const string DarkBackgroundName = "darkBackground";

    private static readonly KnownSettings Known = new(
    [
        new(AccentName, Hints: "accentfarg"),
        new(BackgroundName, Hints: "bakgrund"),
        new(DarkAccentName),
        new(DarkBackgroundName),
    ]);

    public static SiteColours None { get; } = new();

    /// <summary>The colour of what a visitor points at, and of marks beside quotations.</summary>
    public Colour? Accent { get; private init; }

    public Colour? Background { get; private init; }

    /// <summary>The accent for visitors whose browser asks for a dark theme.</summary>
    public Colour? DarkAccent { get; private init; }

    public Colour? DarkBackground { get; private init; }

    /// <summary>These colours, and where there is none, those of an earlier version.</summary>
    internal SiteColours OrElse(SiteColours earlier) => new()
    {
        Accent = Accent ?? earlier.Accent,
        Background = Background ?? earlier.Background,
        DarkAccent = DarkAccent ?? earlier.DarkAccent,
        DarkBackground = DarkBackground ?? earlier.DarkBackground,
    };

    /// <summary>Reads the setting; a colour that cannot be used is told of, and left out.</summary>
    internal static SiteColours Read(FrontMatter.Entry entry, List<Diagnostic> diagnostics)
    {
        if (entry.Items.Count > 0 || entry.HasValue)
        {
            diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                entry.Line, Setting, entry.Value, "varje färg på en egen rad under colours:, som accent: '#9c2a1c'"));
        }

        var written = new Dictionary<string, WrittenColour>(StringComparer.OrdinalIgnoreCase);
        foreach (var nested in entry.Nested)
        {
            if (Known.Find(nested.Path) is not var (name, _)
                || !nested.Path.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                diagnostics.Add(Known.Unknown(nested.Path, nested.Line));
            }
            else if (ReadColour(name, nested, diagnostics) is { } colour)
            {
                written.TryAdd(name, new WrittenColour($"{Setting}.{name}", nested.Line, colour));
            }
        }

        var (accent, background) = Readable(Palette.Light, Of(AccentName), Of(BackgroundName), diagnostics);
        var (darkAccent, darkBackground) =
            Readable(Palette.Dark, Of(DarkAccentName), Of(DarkBackgroundName), diagnostics);
        return new SiteColours
        {
            Accent = accent,
            Background = background,
            DarkAccent = darkAccent,
            DarkBackground = darkBackground,
        };

        WrittenColour? Of(string name) => written.GetValueOrDefault(name);
    }

    private static Colour? ReadColour(string name, FrontMatter.NestedValue nested, List<Diagnostic> diagnostics)
    {
        var key = $"{Setting}.{name}";
        if (nested.Value.Length == 0)
        {
            diagnostics.Add(DiagnosticCatalog.ColourMissing(nested.Line, key, name));
            return null;
        }

        var colour = Colour.Read(nested.Value);
        if (colour is null)
        {
            diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                nested.Line, key, nested.Value, $"färgen med sex tecken, 0–9 och a–f, som {name}: '#9c2a1c'"));
        }

        return colour;
    }

    /// <summary>The colours without those on or in which text is hard to read.</summary>
    private static (Colour? Accent, Colour? Background) Readable(
        Palette palette, WrittenColour? accent, WrittenColour? background, List<Diagnostic> diagnostics)
    {
        if (background is not null && !Suits(background, palette.Faintest(background.Colour)))
        {
            background = null;
        }

        if (accent is not null && !Suits(accent, background?.Colour ?? palette.Background))
        {
            accent = null;
        }

        return (accent?.Colour, background?.Colour);

        bool Suits(WrittenColour own, Colour other)
        {
            var ratio = own.Colour.ContrastTo(other);
            if (ratio < Palette.LeastContrast)
            {
                // A background contrasts by being like the theme, an accent by being unlike it.
                diagnostics.Add(DiagnosticCatalog.ContrastTooLow(
                    own.Line,
                    own.Key,
                    (own.Colour.ToString(), other.ToString()),
                    (ratio, Palette.LeastContrast),
                    isLighterBetter: palette.IsDark != (own == background)));
            }

            return ratio >= Palette.LeastContrast;
        }
    }

    private sealed record WrittenColour(string Key, int Line, Colour Colour);
}
