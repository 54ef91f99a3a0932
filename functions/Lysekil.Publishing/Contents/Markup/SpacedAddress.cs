using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>Links and pictures that are none to Markdown, since the file that they name has a space in its name: readers see the signs.</summary>
internal static class SpacedAddress
{
    private const string Opening = "](";
    private const int MostCharactersOfAnEnding = 5;

    /// <summary>The first of each block.</summary>
    /// <param name="document">The parsed text.</param>
    /// <param name="markdown">The same as it was written: most texts have none, which this tells at once.</param>
    public static IEnumerable<(string Address, int Line)> In(MarkdownDocument document, string markdown)
    {
        if (FirstIn(markdown) is null)
        {
            yield break;
        }

        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is { } inline && FirstIn(string.Concat(inline.Descendants<LiteralInline>())) is { } address)
            {
                yield return (address, LineOf(address, block, markdown));
            }
        }
    }

    /// <remarks>In one pass: what opens again before it ends is looked at once.</remarks>
    private static string? FirstIn(ReadOnlySpan<char> text)
    {
        while (text.IndexOf(Opening) is >= 0 and var at)
        {
            text = text[(at + Opening.Length)..];
            var end = text.IndexOfAny(")\n\"<");
            if (end < 0)
            {
                return null;
            }

            var address = text[..end];
            address = address.LastIndexOf(Opening) is >= 0 and var last ? address[(last + Opening.Length)..] : address;
            if (text[end] == ')' && IsSpacedFile(address.Trim()))
            {
                return address.Trim().ToString();
            }

            text = text[end..];
        }

        return null;
    }

    private static bool IsSpacedFile(ReadOnlySpan<char> address) =>
        address.Contains(' ') && Path.GetExtension(address) is { Length: > 1 and <= MostCharactersOfAnEnding } ending && !ending.Contains(' ');

    private static int LineOf(string address, LeafBlock block, string markdown) =>
        markdown.IndexOf(address, block.Span.Start, StringComparison.Ordinal) is >= 0 and var at ? markdown.AsSpan(0, at).Count('\n') : block.Line;
}
