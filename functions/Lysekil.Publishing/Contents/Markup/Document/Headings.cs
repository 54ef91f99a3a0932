using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup.Dialect;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Document;

/// <summary>Puts the headings of a text below the page's title.</summary>
internal static class Headings
{
    /// <summary>
    /// Gives underlined headings, and what they contain, the line on which they stand. Markdig 1.6 gives a heading the
    /// line of what underlines it, and counts the lines of its contents from there.
    /// </summary>
    /// <param name="headings">The headings of a parsed text.</param>
    /// <param name="markdown">The text.</param>
    public static void CorrectLines(IEnumerable<HeadingBlock> headings, string markdown)
    {
        foreach (var heading in headings.Where(h => h.IsSetext))
        {
            var (start, end) = (heading.Span.Start, Math.Min(heading.Span.End + 1, markdown.Length));
            var lines = markdown.AsSpan(start, end - start).Count('\n');
            heading.Line -= lines;
            foreach (var inline in heading.Inline?.Descendants() ?? [])
            {
                inline.Line -= lines;
            }
        }
    }

    /// <summary>
    /// Changes levels so that the page's title is its only first-level heading, and none is skipped (WCAG 2.2, 1.3.1).
    /// </summary>
    public static void PutInOrder(IEnumerable<HeadingBlock> headings)
    {
        var open = new Stack<int>();
        foreach (var heading in headings)
        {
            while (open.Count > 0 && open.Peek() >= heading.Level)
            {
                open.Pop();
            }

            open.Push(heading.Level);
            heading.Level = Math.Min(6, 1 + open.Count);
        }
    }

    /// <summary>
    /// Gives each an anchor, as Markdig's own extension does, but in linear time for a text of many equal headings. An
    /// identifier that the editor wrote is kept.
    /// </summary>
    public static void Name(IEnumerable<HeadingBlock> headings)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in headings)
        {
            // An anchor has no quotation marks, of whatever language.
            var name = heading.TryGetAttributes()?.Id
                ?? LinkHelper.UrilizeAsGfm(PlainText.Of(heading.Inline, Locale.Swedish));
            name = name.Length == 0 ? "avsnitt" : name;
            var id = name;
            while (!given.Add(id))
            {
                var count = names[name] = names.GetValueOrDefault(name) + 1;
                id = FormattableString.Invariant($"{name}-{count}");
            }

            heading.GetAttributes().Id = id;
        }
    }
}
