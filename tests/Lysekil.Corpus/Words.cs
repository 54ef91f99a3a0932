using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lysekil.Corpus;

/// <summary>The words of a text, each with how often it occurs; capital letters do not count.</summary>
internal sealed partial class Words
{
    /// <summary>Elements whose content no browser shows as text.</summary>
    private const string Unseen =
        "script, style, template, noscript, iframe, object, embed, svg, math, textarea, select, option, title";

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public static Words OfHtml(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.QuerySelectorAll(Unseen).ToList())
        {
            element.Remove();
        }

        // Texts are joined by spaces: two cells or paragraphs never become one word.
        var words = new Words();
        foreach (var text in document.Body!.Descendants<IText>())
        {
            words.Add(text.Data);
        }

        return words;
    }

    public void Add(string text)
    {
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The words that occur more often here than in the other text, in alphabetical order.</summary>
    public IReadOnlyList<string> Except(Words other) =>
    [
        .. _counts.Where(w => w.Value > other._counts.GetValueOrDefault(w.Key))
            .Select(w => w.Key)
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
