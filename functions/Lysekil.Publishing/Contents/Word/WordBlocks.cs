using System.Xml.Linq;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>Reads the paragraphs and tables of a document, or of one of its notes, as blocks of Markdown.</summary>
/// <param name="reading">What the document's parts have in common.</param>
/// <param name="relationships">Of the part that holds the blocks.</param>
/// <param name="isInCell">Whether they are in a cell of a table, which holds no table.</param>
internal sealed class WordBlocks(WordReading reading, WordRelationships relationships, bool isInCell = false)
{
    private readonly WordBlockWriter _written = new();
    private InlineMarkdown? _carried;

    /// <summary>All blocks that were read.</summary>
    public IReadOnlyList<WordBlock> Take()
    {
        EndCarried();
        return _written.Blocks;
    }

    public void Read(IEnumerable<XElement> elements)
    {
        foreach (var element in elements)
        {
            switch (element.WordName())
            {
                case "p":
                    ReadParagraph(element);
                    break;
                case "tbl":
                    ReadTable(element);
                    break;
                case "sdt" when IsContents(element):
                    reading.HasContents = true;
                    break;
                case "sdt" when element.Word("sdtPr").Toggle("showingPlcHdr") != true:
                case "sdtContent" or "ins" or "moveTo" or "customXml":
                    Read(element.Elements());
                    break;
                case "altChunk":
                    reading.Pictures.Dropped++;
                    break;
                case "" when element.Name.LocalName == "AlternateContent":
                    Read(element.Elements().FirstOrDefault()?.Elements() ?? []);
                    break;
            }
        }
    }

    /// <summary>Adds lines that are settings, and not text.</summary>
    public void AddSettings(IEnumerable<string> lines, int paragraph) => _written.AddSettings(lines, paragraph);

    private void EndCarried()
    {
        if (_carried is { IsEmpty: false } text)
        {
            _written.Add(text.ToParagraph(), reading.Paragraphs.Count);
        }

        _carried = null;
    }

    private static bool IsContents(XElement control) =>
        control.Word("sdtPr").Word("docPartObj").Word("docPartGallery").Value() == "Table of Contents";

    private void ReadParagraph(XElement paragraph)
    {
        reading.Paragraphs.Add(paragraph);
        var number = reading.Paragraphs.Count;
        var properties = paragraph.Word("pPr");
        var content = _carried ?? new InlineMarkdown();
        _carried = null;
        reading.Inlines.Read(paragraph, relationships, content);
        var (boxes, floating, inline) = reading.Inlines.TakeAnchored();
        if (GoesOn(properties))
        {
            _carried = content;
        }
        else
        {
            Add(reading.Styles.KindOf(properties), properties, content, inline, number);
        }

        if (floating.Count > 0)
        {
            _written.AddFigure(floating, number);
        }

        foreach (var box in boxes)
        {
            Read(box.Elements());
        }
    }

    /// <summary>
    /// Whether a paragraph's text goes on in the next one: its end is deleted, or it is the next one's large initial.
    /// </summary>
    private static bool GoesOn(XElement? properties)
    {
        var mark = properties.Word("rPr");
        return mark.Word("del") is not null
            || mark.Word("moveFrom") is not null
            || properties.Word("framePr").Value("dropCap") is "drop" or "margin";
    }

    private void Add(
        WordParagraphKind kind,
        XElement? properties,
        InlineMarkdown content,
        IReadOnlyList<WordImage> images,
        int number)
    {
        if (kind.Role == WordRole.Contents)
        {
            reading.HasContents = true;
        }
        else if (content.IsEmpty)
        {
            _written.EndLists();
        }
        else if (images.Count > 0 && content.PlainText.Length == 0)
        {
            _written.AddFigure(images, number);
        }
        else if (kind.Role == WordRole.Caption && _written.IsAfterFigure)
        {
            _written.AddCaption(content.PlainText);
        }
        else if (kind.Role == WordRole.Heading)
        {
            _written.AddHeading(kind.Level, content, number);
        }
        else if (reading.Numbering.Next(reading.Styles.NumberingOf(properties)) is { } item)
        {
            _written.AddItem(item, content, number);
        }
        else if (kind.Role == WordRole.Quote)
        {
            _written.AddQuote(content, number);
        }
        else
        {
            _written.Add(content.ToParagraph(), number);
        }
    }

    private void ReadTable(XElement table)
    {
        EndCarried();
        var rows = WordTables.RowsOf(table);
        if (rows.Count == 0)
        {
            return;
        }

        if (isInCell || rows.Max(r => r.Count) < 2)
        {
            // A table of one column is a frame around text.
            Read(rows.SelectMany(r => r).OfType<XElement>().SelectMany(c => c.Elements()));
            return;
        }

        var number = reading.Paragraphs.Count + 1;
        _written.Add(MarkdownTable.Write([.. rows.Select(r => r.Select(TextOf).ToList())]), number);
    }

    private string TextOf(XElement? cell)
    {
        if (cell is null)
        {
            return "";
        }

        var inner = new WordBlocks(reading, relationships, isInCell: true);
        inner.Read(cell.Elements());
        return MarkdownTable.Cell(inner.Take().Select(b => b.Markdown));
    }
}
