using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Document;

/// <summary>Finds footnotes to which a text does not refer, and removes their empty list.</summary>
internal static class Footnotes
{
    /// <summary>
    /// Removes the list of footnotes if nothing is in it: Markdig has taken out those that are not used.
    /// </summary>
    /// <returns>The label of each that is not used, such as <c>^1</c>, and its line, from 0.</returns>
    public static IEnumerable<(string Label, int Line)> RemoveUnused(MarkdownDocument document)
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
