using System.Text;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// The rules that a site's settings add to its style sheet. They set custom properties, so that a site with colours of
/// its own needs no copy of the style sheet, and pages need no style of their own, which their policy would stop.
/// </summary>
internal static class SiteStyle
{
    private const string Logo = ".brand img{width:auto;height:2.5rem;object-fit:contain;background:none}\n";

    /// <summary>The rules; empty for a site without such settings.</summary>
    public static string Of(SiteSettings settings)
    {
        var (colours, rules) = (settings.Colours, new StringBuilder());
        AddScheme(rules, "light", colours.Accent, colours.Background);
        AddScheme(rules, "dark", colours.DarkAccent, colours.DarkBackground);
        rules.Append(settings.Logo is null ? "" : Logo);
        return rules.Length == 0 ? "" : $"\n{rules}";
    }

    /// <summary>
    /// Adds the colours of one scheme, and none to the other: each was checked beside the texts of its own scheme.
    /// </summary>
    private static void AddScheme(StringBuilder rules, string scheme, Colour? accent, Colour? background)
    {
        if (accent is null && background is null)
        {
            return;
        }

        rules.Append("@media (prefers-color-scheme:").Append(scheme).Append("){:root{")
            .Append(accent is null ? "" : $"--accent:{accent};")
            .Append(background is null ? "" : $"--paper:{background};")
            .Append("}}\n");
    }
}
