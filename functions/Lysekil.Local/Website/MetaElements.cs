using System.Net;
using System.Text.RegularExpressions;

namespace Lysekil.Local.Website;

/// <summary>Changes what a page says by <c>meta</c> elements in place of headers (HTML, "pragma directives").</summary>
internal static partial class MetaElements
{
    /// <summary>
    /// The page with the content of each element for a directive replaced; everything else stays as it is written.
    /// </summary>
    /// <param name="html">The page.</param>
    /// <param name="directive">The value of <c>http-equiv</c>.</param>
    /// <param name="change">Gets the content without character references, and gives the new one.</param>
    public static string Replace(string html, string directive, Func<string, string> change) =>
        Element().Replace(html, element =>
            Directive().Match(element.Value) is { Success: true } named
            && ValueOf(named).Equals(directive, StringComparison.OrdinalIgnoreCase)
                ? Content().Replace(
                    element.Value, content => $"{content.Groups["name"]}\"{Encoded(change(ValueOf(content)))}\"", 1)
                : element.Value);

    /// <summary>Whether the page has an element for the directive.</summary>
    public static bool Has(string html, string directive) =>
        html.Contains(directive, StringComparison.OrdinalIgnoreCase)
        && Element().Matches(html).Any(element =>
            Directive().Match(element.Value) is { Success: true } named
            && ValueOf(named).Equals(directive, StringComparison.OrdinalIgnoreCase));

    private static string Encoded(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string ValueOf(Match attribute) => WebUtility.HtmlDecode(
        attribute.Groups["double"].Value + attribute.Groups["single"].Value + attribute.Groups["bare"].Value);

    [GeneratedRegex("""<meta(?=[\s/])(?:[^>"']|"[^"]*"|'[^']*')*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Element();

    [GeneratedRegex(
        """(?<name>[\s/]http-equiv\s*=\s*)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Directive();

    [GeneratedRegex(
        """(?<name>[\s/"']content\s*=\s*)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Content();
}
