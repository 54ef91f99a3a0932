using Lysekil.Publishing.Markup;

namespace Lysekil.Publishing.Search;

/// <summary>An article's body as one line of plain words.</summary>
internal static class SearchText
{
    /// <summary>Some thousand words: what stands further down in a long article, search does not find.</summary>
    public const int MostCharacters = 6_000;

    /// <param name="text">The body.</param>
    /// <param name="lead">Left out where the body begins with it; search has it already.</param>
    public static string Of(MarkdownText text, string lead)
    {
        var words = Shorten(text.Paragraphs);
        var opening = lead.TrimEnd('…');
        return words.StartsWith(opening, StringComparison.Ordinal) ? words[opening.Length..].TrimStart() : words;
    }

    /// <summary>The paragraphs up to the last whole word for which there is room.</summary>
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
