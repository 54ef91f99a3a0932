using System.Text;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>A block of Markdown that was read from a document.</summary>
/// <param name="Markdown">One line or several.</param>
/// <param name="Paragraph">The number of the paragraph that it begins with, from 1.</param>
/// <param name="Kind">Decides what separates it from the block before it.</param>
internal sealed record WordBlock(string Markdown, int Paragraph, WordBlockKind Kind = WordBlockKind.Other)
{
    /// <summary>Writes blocks in their order.</summary>
    /// <returns>The Markdown, and for each of its lines the number of its paragraph.</returns>
    public static (string Markdown, IReadOnlyList<int> Paragraphs) Write(IReadOnlyList<WordBlock> blocks)
    {
        var (markdown, paragraphs) = (new StringBuilder(), new List<int>());
        WordBlock? before = null;
        foreach (var block in blocks)
        {
            if (before is not null)
            {
                var between = (before.Kind, block.Kind) switch
                {
                    (WordBlockKind.Settings, WordBlockKind.Settings) => "\n",
                    (WordBlockKind.Item or WordBlockKind.FirstItem, WordBlockKind.Item) => "\n",
                    (WordBlockKind.Quote, WordBlockKind.Quote) => "\n>\n",
                    _ => "\n\n",
                };
                markdown.Append(between);
                paragraphs.AddRange(Enumerable.Repeat(before.Paragraph, between.Count(c => c == '\n') - 1));
            }

            markdown.Append(block.Markdown);
            paragraphs.AddRange(Enumerable.Repeat(block.Paragraph, 1 + block.Markdown.Count(c => c == '\n')));
            before = block;
        }

        return (markdown.Append('\n').ToString(), paragraphs);
    }
}

internal enum WordBlockKind
{
    /// <summary>A paragraph, a heading, a picture, a table or a note.</summary>
    Other,

    /// <summary>A line of settings at the top.</summary>
    Settings,

    /// <summary>An item that continues the list before it.</summary>
    Item,

    /// <summary>An item that begins a list.</summary>
    FirstItem,

    Quote,
}
