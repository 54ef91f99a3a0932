using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads the setting <c>footer</c>: Markdown that every page shows at its end.</summary>
internal static class SiteFooter
{
    public const string Setting = "footer";

    /// <summary>The limit: each page has the footer, and visitors wait for its bytes.</summary>
    public const int MostCharacters = 1_500;

    /// <summary>The footer as sanitised HTML, in the language of the site; empty if there is none.</summary>
    public static string Html(MarkdownText? footer, Locale locale) =>
        footer?.ToHtml(locale: locale).Trim('\n') ?? "";

    /// <summary>The footer; <c>null</c> if it cannot be used, which is told of.</summary>
    public static MarkdownText? Read(FrontMatter.Entry entry, SourcePath source, List<Diagnostic> diagnostics)
    {
        if (entry.Value.Length > MostCharacters)
        {
            diagnostics.Add(DiagnosticCatalog.FooterTooLong(entry.Line, entry.Value.Length, MostCharacters));
            return null;
        }

        // A text of several lines begins below its name.
        var line = entry.Line + (entry.Value.Contains('\n', StringComparison.Ordinal) ? 1 : 0);
        var (text, refusal) = MarkdownText.Read(entry.Value, source, line);
        if (text is null)
        {
            diagnostics.Add(DiagnosticCatalog.FooterUnusable(entry.Line, refusal!.Message, refusal.Remedy));
            return null;
        }

        if (text.ToHtml().Contains(" id=\"", StringComparison.Ordinal))
        {
            diagnostics.Add(DiagnosticCatalog.FooterNamesParts(entry.Line));
            return null;
        }

        diagnostics.AddRange(text.Diagnostics);
        return text;
    }
}
