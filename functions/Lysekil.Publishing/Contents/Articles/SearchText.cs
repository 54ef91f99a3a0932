using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// A body as a line of plain words; a long body has a second line, with the words that are not in the first.
/// </summary>
internal static partial class SearchText
{
    /// <summary>
    /// The length of the first line, some thousand words; search shows a match in it with the words around it.
    /// </summary>
    public const int MostCharacters = 6_000;

    /// <summary>
    /// The length of the second line, enough for some five thousand words more, of which the first line has most.
    /// Search does not find words after it.
    /// </summary>
    public const int MostCharactersOfRest = 10_000;

    private const int MostInAWord = 60;

    /// <summary>The separator of the lines.</summary>
    public const char Break = '\n';

    /// <param name="text">The body.</param>
    /// <param name="lead">The lead; left out of a body that begins with it, since search has it already.</param>
    /// <param name="locale">The language of the text.</param>
    public static string Of(MarkdownText text, string lead, Locale locale)
    {
        var paragraphs = text.Paragraphs(locale).ToList();
        var words = Shorten(paragraphs);
        var rest = RestOf(paragraphs, words);
        var opening = lead.TrimEnd('…');
        var line = words.StartsWith(opening, StringComparison.Ordinal) ? words[opening.Length..].TrimStart() : words;
        return rest.Length == 0 ? line : line + Break + rest;
    }

    /// <summary>The words that the first line does not have, in their order, as far as they fit.</summary>
    private static string RestOf(List<string> paragraphs, string line)
    {
        if (paragraphs.Sum(p => p.Length + 1) - 1 <= line.Length)
        {
            return "";
        }

        var (seen, room) = (WordsOf(line).ToHashSet(StringComparer.OrdinalIgnoreCase), MostCharactersOfRest);
        return string.Join(
            ' ', paragraphs.SelectMany(WordsOf).Where(seen.Add).TakeWhile(w => (room -= w.Length + 1) >= 0));
    }

    private static IEnumerable<string> WordsOf(string text) =>
        Word().Matches(text).Select(m => m.Value).Where(w => w.Length is > 1 and <= MostInAWord);

    /// <summary>A word as the search script defines it.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    /// <summary>The paragraphs up to the last whole word that fits.</summary>
    private static string Shorten(IEnumerable<string> paragraphs)
    {
        var (room, kept) = (MostCharacters, new List<string>());
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Length > room)
            {
                var end = paragraph.LastIndexOf(' ', room);
                kept.Add(end < 0 ? "" : paragraph[..end]);
                break;
            }

            kept.Add(paragraph);
            room -= paragraph.Length + 1;
            if (room <= 0)
            {
                break;
            }
        }

        return string.Join(' ', kept).TrimEnd();
    }
}
