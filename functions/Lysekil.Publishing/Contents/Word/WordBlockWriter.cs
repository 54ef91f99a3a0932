using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>Writes blocks one after the other: items by those before them, and captions with their pictures.</summary>
internal sealed class WordBlockWriter
{
    private readonly List<WordBlock> _blocks = [];
    private readonly WordLists _lists = new();
    private IReadOnlyList<WordImage> _figure = [];

    /// <summary>All blocks that were written.</summary>
    public IReadOnlyList<WordBlock> Blocks => _blocks;

    /// <summary>Whether the last block is pictures, which a caption may follow.</summary>
    public bool IsAfterFigure => _figure.Count > 0;

    /// <summary>Ends the lists: an item that follows begins another.</summary>
    public void EndLists() => _lists.End();

    /// <summary>Adds lines that are settings, and not text.</summary>
    public void AddSettings(IEnumerable<string> lines, int paragraph) =>
        _blocks.AddRange(lines.Select(line => new WordBlock(line, paragraph, WordBlockKind.Settings)));

    public void AddHeading(int level, InlineMarkdown content, int paragraph) =>
        Add(MarkdownEscape.Heading(level, content.ToMarkdown(" ")), paragraph);

    public void AddItem(WordListItem item, InlineMarkdown content, int paragraph)
    {
        _blocks.Add(_lists.Write(item, content, paragraph));
        _figure = [];
    }

    public void AddQuote(InlineMarkdown content, int paragraph)
    {
        var quote = content.ToParagraph().Replace("\n", "\n> ", StringComparison.Ordinal);
        Add("> " + quote, paragraph, WordBlockKind.Quote);
    }

    public void AddFigure(IReadOnlyList<WordImage> images, int paragraph)
    {
        Add(string.Join(' ', images.Select(i => i.ToMarkdown())), paragraph);
        _figure = images;
    }

    /// <summary>Gives the caption to the pictures before it.</summary>
    public void AddCaption(string caption)
    {
        var markdown = _figure.SkipLast(1).Select(i => i.ToMarkdown()).Append(_figure[^1].ToMarkdown(caption));
        _blocks[^1] = _blocks[^1] with { Markdown = string.Join(' ', markdown) };
        _figure = [];
    }

    /// <summary>Adds a paragraph or a table.</summary>
    public void Add(string markdown, int paragraph) => Add(markdown, paragraph, WordBlockKind.Other);

    private void Add(string markdown, int paragraph, WordBlockKind kind)
    {
        _lists.End();
        _figure = [];
        _blocks.Add(new WordBlock(markdown, paragraph, kind));
    }
}
