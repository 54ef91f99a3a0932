namespace Lysekil.Local.Import.Html;

/// <summary>A block of a text: a paragraph, a list, a picture.</summary>
/// <param name="Markdown">The block as it is written.</param>
internal sealed record HtmlBlock(string Markdown)
{
    /// <summary>The limit of a first number: CommonMark reads no number of more than nine digits.</summary>
    private const int MostNumber = 999_999;

    /// <summary>The element of the list, <c>ul</c> or <c>ol</c>; <c>null</c> for any other block.</summary>
    public string? ListElement { get; private init; }

    /// <summary>The list with its other delimiter, for use directly after a list of the same kind.</summary>
    private string? Other { get; init; }

    /// <summary>Whether the block may follow a paragraph without an empty line.</summary>
    private bool InterruptsParagraphs { get; init; }

    /// <summary>A list; items are loose if one of them has more than a paragraph and lists.</summary>
    /// <param name="element"><c>ul</c> or <c>ol</c>.</param>
    /// <param name="start">The number of the first item.</param>
    /// <param name="items">The blocks of each item; none is empty.</param>
    public static HtmlBlock OfList(string element, int start, IReadOnlyList<IReadOnlyList<HtmlBlock>> items)
    {
        start = start is >= 0 and <= MostNumber ? start : 1;
        var end = items.Any(i => i.Skip(1).Any(b => b.ListElement is null)) ? "\n\n" : "\n";
        string Write(string bullet, char afterNumber) => string.Join(end, items.Select((item, i) => Item(
            element == "ul" ? bullet : FormattableString.Invariant($"{start + i}{afterNumber} "), item)));
        return new HtmlBlock(Write("- ", '.'))
        {
            ListElement = element,
            Other = Write("* ", ')'),
            InterruptsParagraphs = element == "ul" || start == 1, // CommonMark 0.31, section 5.2.
        };
    }

    /// <summary>
    /// The blocks as they stand one after the other: two lists in a row are told apart by their delimiter (CommonMark
    /// 0.31, section 5.3).
    /// </summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<HtmlBlock> blocks)
    {
        var written = new List<string>();
        var (before, isOther) = ((string?)null, false);
        foreach (var block in blocks)
        {
            isOther = block.ListElement is not null && block.ListElement == before && !isOther;
            before = block.ListElement;
            written.Add(isOther ? block.Other! : block.Markdown);
        }

        return written;
    }

    private static string Item(string marker, IReadOnlyList<HtmlBlock> blocks)
    {
        var between = blocks.Skip(1).All(b => b.InterruptsParagraphs) ? "\n" : "\n\n";
        return marker + string.Join(between, InOrder(blocks)).Replace(
            "\n", "\n" + new string(' ', marker.Length), StringComparison.Ordinal);
    }
}
