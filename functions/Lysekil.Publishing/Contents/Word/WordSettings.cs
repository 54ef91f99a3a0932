using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// Settings that an editor wrote at the top of a document, between two lines of <c>---</c>, as in a Markdown file. Word
/// may have joined the dashes.
/// </summary>
internal static class WordSettings
{
    /// <summary>How many paragraphs settings may take; what goes on is no settings, and is refused as such.</summary>
    private const int MostParagraphs = 60;

    private const string Fence = "---";

    /// <summary>Gives the settings to the blocks.</summary>
    /// <returns>The elements that follow the settings; all, if the document begins with none.</returns>
    public static IEnumerable<XElement> Take(WordReading reading, WordBlocks blocks, XElement body)
    {
        List<XElement> elements = [.. body.Elements()];
        var first = elements.FindIndex(e => e.WordName() != "p" || TextOf(e).Trim().Length > 0);
        if (first < 0 || elements[first].WordName() != "p" || !IsFence(TextOf(elements[first]).Split('\n')[0]))
        {
            return elements;
        }

        reading.Paragraphs.AddRange(elements.Take(first));
        var fences = 0;
        var at = first;
        for (; at < elements.Count && at < first + MostParagraphs && fences < 2; at++)
        {
            if (elements[at].WordName() == "p")
            {
                reading.Paragraphs.Add(elements[at]);
                var lines = TextOf(elements[at]).Split('\n').Select(l => IsFence(l) ? Fence : l.TrimEnd()).ToList();
                fences += lines.Count(l => l == Fence);
                blocks.AddSettings(lines, reading.Paragraphs.Count);
            }
        }

        return elements.Skip(at);
    }

    /// <summary>The paragraph's text with its line breaks, without what is deleted.</summary>
    private static string TextOf(XElement paragraph) =>
        string.Concat(paragraph.Descendants().Select(e => e.WordName() switch
        {
            "t" when !e.Ancestors().Any(a => a.WordName() is "moveFrom") => e.Value,
            "br" or "cr" => "\n",
            "tab" => " ",
            _ => "",
        }));

    private static bool IsFence(string line) =>
        line.Trim() is { Length: >= 1 and <= 3 } dashes
        && dashes.AsSpan().IndexOfAnyExcept("-–—") < 0
        && (dashes.Length == 3 || dashes.IndexOfAny(['–', '—']) >= 0);
}
