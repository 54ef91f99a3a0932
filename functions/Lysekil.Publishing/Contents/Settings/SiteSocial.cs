using System.Collections.Immutable;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads the setting <c>social</c>: names of other services, each with the site's address there.</summary>
internal static class SiteSocial
{
    public const string Setting = "social";

    /// <summary>The limit: each page has the links, and visitors wait for their bytes.</summary>
    public const int Most = 10;

    private const int MostCharactersOfName = 40;
    private const string Expected =
        "varje tjänst på en egen rad under social:, som Mastodon: https://social.exempel.se/@red";

    /// <summary>The links; one that cannot be used is told of, and left out.</summary>
    public static ImmutableArray<MenuEntry> Read(FrontMatter.Entry entry, List<Diagnostic> diagnostics)
    {
        if (entry.Items.Count > 0 || entry.HasValue)
        {
            diagnostics.Add(DiagnosticCatalog.SettingUnusable(entry.Line, Setting, entry.Value, Expected));
        }

        var links = ImmutableArray.CreateBuilder<MenuEntry>();
        foreach (var nested in entry.Nested)
        {
            var name = OneLine.Of(nested.Name);
            if (links.Count == Most)
            {
                diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                    nested.Line, $"{Setting}.{name}", nested.Value, $"högst {Most} tjänster"));
                break;
            }

            if (nested.Path == nested.Name
                && name.Length is > 0 and <= MostCharactersOfName
                && SiteValues.PublicAddress(nested.Value) is { } url)
            {
                links.Add(new MenuEntry(name, url.AbsoluteUri));
            }
            else
            {
                diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                    nested.Line, $"{Setting}.{nested.Path}", nested.Value, Expected));
            }
        }

        return links.ToImmutable();
    }
}
