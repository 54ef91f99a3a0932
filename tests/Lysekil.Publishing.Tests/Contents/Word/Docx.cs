using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lysekil.Publishing.Tests.Contents.Word;

/// <summary>Word documents as a Swedish Word writes them: styles have Swedish identifiers and built-in names.</summary>
internal static class Docx
{
    /// <summary>A document of these paragraphs and tables.</summary>
    public static byte[] Of(params OpenXmlElement[] blocks) => With(_ => { }, blocks);

    /// <summary>A document of paragraphs of plain text.</summary>
    public static byte[] OfTexts(params string[] texts) => Of([.. texts.Select(t => P(t))]);

    /// <summary>A document to whose main part something is added.</summary>
    public static byte[] With(Action<MainDocumentPart> add, params OpenXmlElement[] blocks)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(blocks));
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Lists();
            add(main);
        }

        return stream.ToArray();
    }

    /// <summary>A document in one of whose parts some text is replaced.</summary>
    public static byte[] Replaced(byte[] document, string part, string text, string by)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update))
        {
            var entry = archive.GetEntry(part)!;
            string content;
            using (var reader = new StreamReader(entry.Open()))
            {
                content = reader.ReadToEnd();
            }

            Assert.Contains(text, content, StringComparison.Ordinal);
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(content.Replace(text, by, StringComparison.Ordinal));
        }

        return stream.ToArray();
    }

    public static Paragraph P(params OpenXmlElement[] runs) => new(runs);

    public static Paragraph P(string text) => new(R(text));

    /// <summary>A paragraph of a style.</summary>
    public static Paragraph Styled(string style, params OpenXmlElement[] runs) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. runs]);

    public static Paragraph Styled(string style, string text) => Styled(style, R(text));

    /// <summary>An item of a list: 1 has bullets, 2 and 3 have numbers.</summary>
    public static Paragraph Item(int list, int level, string text) => new(
        new ParagraphProperties(new NumberingProperties(
            new NumberingLevelReference { Val = level }, new NumberingId { Val = list })),
        R(text));

    public static Run R(string text, params OpenXmlElement[] properties) => properties.Length == 0
        ? new Run(T(text))
        : new Run(new RunProperties(properties), T(text));

    public static Text T(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    public static TableRow Row(params string[] cells) => new(cells.Select(c => new TableCell(P(c))));

    private static Styles Styles() => new(
        new Style(new StyleName { Val = "Normal" })
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        },
        Named("Rubrik", "Title"),
        Named("Rubrik1", "heading 1"),
        Named("Rubrik2", "heading 2"),
        Named("Citat", "Quote"),
        Named("Beskrivning", "caption"),
        Named("Innehll1", "toc 1"),
        new Style(new StyleName { Val = "Vår rubrik" }, new BasedOn { Val = "Rubrik2" })
        {
            Type = StyleValues.Paragraph,
            StyleId = "VrRubrik",
        },
        new Style(new StyleName { Val = "Strong" }, new StyleRunProperties(new Bold()))
        {
            Type = StyleValues.Character,
            StyleId = "Stark",
        });

    private static Style Named(string id, string name) =>
        new(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };

    private static Numbering Lists() => new(
        Abstract(10, NumberFormatValues.Bullet),
        Abstract(20, NumberFormatValues.Decimal),
        new NumberingInstance(new AbstractNumId { Val = 10 }) { NumberID = 1 },
        new NumberingInstance(new AbstractNumId { Val = 20 }) { NumberID = 2 },
        new NumberingInstance(new AbstractNumId { Val = 20 }) { NumberID = 3 });

    private static AbstractNum Abstract(int id, NumberFormatValues format) => new(
        Enumerable.Range(0, 3).Select(level => new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format })
        {
            LevelIndex = level,
        }))
    {
        AbstractNumberId = id,
    };
}
