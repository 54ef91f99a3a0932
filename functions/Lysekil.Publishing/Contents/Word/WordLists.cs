using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>Writes the items of lists, nested by their levels.</summary>
internal sealed class WordLists
{
    private readonly Stack<Open> _open = new();

    /// <summary>An item that later ones may continue, or be nested in.</summary>
    private sealed record Open(string List, int Level, char Delimiter, int Width);

    /// <summary>Notes that a block which is no item follows.</summary>
    public void End() => _open.Clear();

    /// <param name="item">The item.</param>
    /// <param name="content">Its text; not empty.</param>
    /// <param name="paragraph">The number of its paragraph.</param>
    public WordBlock Write(WordListItem item, InlineMarkdown content, int paragraph)
    {
        var isFirst = _open.Count == 0;
        Open? sibling = null;
        while (_open.TryPeek(out var open) && open.Level >= item.Level)
        {
            sibling = _open.Pop();
        }

        // Two lists in a row are told apart by their delimiter (CommonMark 0.31, section 5.3).
        var isOther = sibling is not null && sibling.Level == item.Level && sibling.List != item.List;
        var delimiter = sibling is null ? '.' : !isOther ? sibling.Delimiter : sibling.Delimiter == '.' ? ')' : '.';
        var marker = item.Number is { } number ? FormattableString.Invariant($"{number}{delimiter} ") : "- ";
        var indent = new string(' ', _open.Sum(o => o.Width));
        var kind = isFirst || (isOther && _open.Count == 0) ? WordBlockKind.FirstItem : WordBlockKind.Item;
        _open.Push(new Open(item.List, item.Level, delimiter, marker.Length));
        var text = content.ToParagraph().Replace(
            "\n", "\n" + indent + new string(' ', marker.Length), StringComparison.Ordinal);
        return new WordBlock(indent + marker + text, paragraph, kind);
    }
}
