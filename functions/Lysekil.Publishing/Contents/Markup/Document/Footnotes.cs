using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Markup.Foreign;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Document;

/// <summary>
/// Finds footnotes to which a text does not refer, and removes their empty list; and references to footnotes that the
/// text does not have.
/// </summary>
internal static partial class Footnotes
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

    /// <summary>
    /// The label of each reference that has no footnote, such as <c>^1</c>, and its line, from 0: readers see it as it
    /// is written.
    /// </summary>
    public static IEnumerable<(string Label, int Line)> Missing(string markdown)
    {
        if (!markdown.Contains("[^", StringComparison.Ordinal))
        {
            return [];
        }

        var text = CodeMask.Of(markdown);
        var footnotes = Definition().Matches(text).Select(d => d.Groups["label"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Reference().Matches(text)
            .Where(r => !footnotes.Contains(r.Groups["label"].Value))
            .Select(r => (r.Groups["label"].Value, text.AsSpan(0, r.Index).Count('\n')));
    }

    [GeneratedRegex(@"^[ >]*\[(?<label>\^[^\[\]\n]+)\]:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"(?<!\\)\[(?<label>\^[\w-]+)\](?!:)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
