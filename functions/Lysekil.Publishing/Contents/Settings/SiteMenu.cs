using System.Collections.Immutable;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup.Links;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads the setting <c>menu</c>: a list of links, each with <c>text</c> and <c>url</c>.</summary>
internal static class SiteMenu
{
    public const string Setting = "menu";
    public const string Text = "text";
    public const string Url = "url";

    /// <summary>The menu of a site without the setting.</summary>
    public static ImmutableArray<MenuEntry> Usual(Locale locale) =>
        [new(locale.Text("archive"), "/nyhetsarkiv/"), new(locale.Text("topics"), "/amnen/")];

    /// <summary>The links; one that cannot be followed is refused.</summary>
    public static ImmutableArray<MenuEntry> Read(
        FrontMatter.Entry entry, SourcePath source, List<Diagnostic> diagnostics)
    {
        var menu = ImmutableArray.CreateBuilder<MenuEntry>();
        foreach (var (text, url) in entry.Items.Select(Written))
        {
            if (text.Length > 0 && LinkTarget.Read(url, source, isImage: false) is { } target)
            {
                menu.Add(new MenuEntry(text, target.Url));
            }
            else
            {
                diagnostics.Add(DiagnosticCatalog.ValueInvalid(
                    entry.Line, Setting, text + " " + url, "varje punkt i menyn med text: och url:, som url: /om/"));
            }
        }

        return menu.ToImmutable();
    }

    /// <summary>A link as it is written.</summary>
    public static MenuEntry Written(IReadOnlyDictionary<string, string> item) =>
        new(item.GetValueOrDefault(Text, ""), item.GetValueOrDefault(Url, ""));
}

/// <summary>A link in the site's menu.</summary>
/// <param name="Text">The link's text.</param>
/// <param name="Url">A path of the site, or an absolute http or https URL.</param>
public sealed record MenuEntry(string Text, string Url);
