using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lysekil.Corpus;

/// <summary>The words that a reader sees of HTML: letters and digits, without what a browser does not show.</summary>
internal static partial class PageWords
{
    public static IReadOnlyList<string> Of(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var unseen in page.QuerySelectorAll("script, style, template, noscript, title").ToList())
        {
            unseen.Remove();
        }

        // A film's address is a link with other words.
        var addresses = page.QuerySelectorAll(".film > a[lang]").Select(a => a.GetAttribute("href") ?? "");
        return [.. page.All
            .SelectMany(e => e.ChildNodes)
            .OfType<IText>()
            .Select(t => t.Data)
            .Concat(addresses)
            .SelectMany(t => Word().Matches(t))
            .Select(m => m.Value)];
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
