using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Document;

/// <summary>The footnotes of a document.</summary>
internal static class Footnotes
{
    /// <summary>
    /// Takes out the footnotes to which the text does not refer. Markdig has taken them out of the list of footnotes,
    /// but leaves a list of none.
    /// </summary>
    /// <returns>The label of each, such as <c>^1</c>, and its line, from 0.</returns>
    public static IEnumerable<(string Label, int Line)> TakeUnused(MarkdownDocument document)
    {
        if (document.LastChild is not FootnoteGroup group)
        {
            return [];
        }

        if (group.Count == 0)
        {
            document.Remove(group);
        }

        return document.GetLinkReferenceDefinitions(addGroup: false).Links.Values
            .OfType<FootnoteLinkReferenceDefinition>()
            .Where(d => d.Footnote.Order < 0)
            .Select(d => (d.Footnote.Label ?? "", d.Line))
            .OrderBy(f => f.Line)
            .ToList();
    }
}
