using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Markup.Dialect;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Finds the title of a text whose settings cannot be read, so that its editor knows the text again in a list.
/// </summary>
internal static partial class MistakenTitle
{
    /// <summary>A title further down is not looked for.</summary>
    private const int MostCharacters = 2_000;

    /// <param name="parts">The parts of the file.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="locale">The language of the site.</param>
    /// <returns>What stands in the line of the title, or the heading; empty where there is neither.</returns>
    public static string Of(ManuscriptParts parts, ReadOnlySpan<byte> bytes, Locale locale)
    {
        var text = SourceText.Decode(bytes).Text ?? "";
        var line = Line().Match(text, 0, Math.Min(text.Length, MostCharacters));
        return line.Success ? line.Groups["title"].Value.Trim().Trim('"', '\'')
            : parts.Heading is { } heading ? PlainText.OfHeading(heading, locale)
            : "";
    }

    [GeneratedRegex(@"^(?:title|titel|rubrik)[ \t]*[:=](?<title>.+)$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
