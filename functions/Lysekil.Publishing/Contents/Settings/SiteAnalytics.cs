using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// A service that counts visits without cookies, from the setting <c>analytics</c>. Only services of this list can be
/// chosen: a page may run the script of one, and send what it counts to one address (R9).
/// </summary>
/// <param name="Script">The address of the service's script.</param>
/// <param name="Collector">The address to which the script sends what it counts.</param>
/// <param name="Attribute">The attribute by which the script is told of the site.</param>
/// <param name="Value">Its value.</param>
public sealed partial record SiteAnalytics(string Script, string Collector, string Attribute, string Value)
{
    internal const string Setting = "analytics";

    private static readonly ImmutableArray<Service> Services =
    [
        new(
            "plausible",
            "webbplatsens namn hos Plausible, som exempel.se",
            Domain(),
            site => new SiteAnalytics(
                "https://plausible.io/js/script.js", "https://plausible.io/api/event", "data-domain", site)),
        new(
            "goatcounter",
            "webbplatsens kod hos GoatCounter, som exempel för exempel.goatcounter.com",
            Code(),
            site => new SiteAnalytics(
                "https://gc.zgo.at/count.js",
                $"https://{site}.goatcounter.com/count",
                "data-goatcounter",
                $"https://{site}.goatcounter.com/count")),
    ];

    private static string Expected => "en av tjänsterna "
        + string.Join(" och ", Services.Select(s => s.Name)) + $" under {Setting}:, som plausible: exempel.se";

    /// <summary>Reads the setting; <c>null</c> if it cannot be used, which is told of.</summary>
    internal static SiteAnalytics? Read(FrontMatter.Entry entry, List<Diagnostic> diagnostics)
    {
        if (entry.Items.Count > 0 || entry.HasValue)
        {
            diagnostics.Add(DiagnosticCatalog.SettingUnusable(entry.Line, Setting, entry.Value, Expected));
        }

        SiteAnalytics? chosen = null;
        foreach (var nested in entry.Nested.Where(n => n.Value.Length > 0))
        {
            var key = $"{Setting}.{nested.Path}";
            var service = Services.FirstOrDefault(
                s => s.Name.Equals(nested.Path, StringComparison.OrdinalIgnoreCase));
            var site = OneLine.Of(nested.Value).ToLowerInvariant();
            if (service is null || chosen is not null)
            {
                diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                    nested.Line, key, nested.Value, chosen is null ? Expected : "en enda tjänst"));
            }
            else if (!service.Sites.IsMatch(site))
            {
                diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                    nested.Line, key, nested.Value, service.ExpectedSite));
            }
            else
            {
                chosen = service.At(site);
            }
        }

        return chosen;
    }

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    /// <param name="Name">The name by which it is chosen.</param>
    /// <param name="ExpectedSite">What to write behind it, as in "Skriv …".</param>
    /// <param name="Sites">The names that sites have there.</param>
    /// <param name="At">Makes the service of a site.</param>
    private sealed record Service(
        string Name, string ExpectedSite, Regex Sites, Func<string, SiteAnalytics> At);
}
