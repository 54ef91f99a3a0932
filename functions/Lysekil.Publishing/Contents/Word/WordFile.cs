using System.Text;
using System.Xml.Linq;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// Reads Word documents (ECMA-376), and OpenDocument texts, as Markdown. Pure: the same bytes give the same Markdown on
/// any machine. Time and memory are bounded, whatever the file unpacks to.
/// </summary>
public static class WordFile
{
    public const string Extension = ".docx";

    /// <summary>The extension of OpenDocument texts.</summary>
    public const string OpenDocumentExtension = ".odt";

    /// <summary>The size limit: a document holds its pictures.</summary>
    public const int MostBytes = 25_000_000;

    /// <summary>What a document is whose macros would run ([MS-OFFMACRO2], section 2.2.1.2).</summary>
    private const string Macros = "vbaProject";

    /// <summary>How many headers and footers are looked at.</summary>
    private const int MostHeaders = 6;

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="embedsPictures">
    /// Whether the text refers to its pictures as embedded ones, and not as files beside it.
    /// </param>
    /// <returns>The text, or the refusal that tells why there is none.</returns>
    public static (WordText? Text, Diagnostic? Refusal) Read(byte[] bytes, bool embedsPictures = false)
    {
        try
        {
            using var package = WordPackage.Open(bytes);
            return (Read(package, embedsPictures), null);
        }
        catch (WordException unreadable)
        {
            return (null, unreadable.Refusal.InWord());
        }
    }

    /// <summary>
    /// The pictures of a document, by the names under which its text refers to them as files; empty if it cannot be
    /// read.
    /// </summary>
    public static IReadOnlyList<(string FileName, byte[] Content)> PicturesIn(byte[] bytes)
    {
        try
        {
            using var package = WordPackage.Open(bytes);
            var pictures = new List<(string, byte[])>();
            foreach (var picture in Read(package, embedsPictures: false).Pictures)
            {
                if (package.ReadBytes(picture.Part, 2 * MostBytes) is { } content)
                {
                    pictures.Add((picture.FileName, content));
                }
            }

            return pictures;
        }
        catch (WordException)
        {
            return [];
        }
    }

    private static WordText Read(WordPackage package, bool embedsPictures)
    {
        var main = WordRelationships.Of(package, "").PartOfType("officeDocument");
        if (main is null || package.ReadXml(main)?.Word("body") is not { } body)
        {
            throw new WordException(DiagnosticCatalog.WordUnreadable());
        }

        var relationships = WordRelationships.Of(package, main);
        if (relationships.PartOfType(Macros) is not null)
        {
            throw new WordException(DiagnosticCatalog.WordMacros());
        }

        XElement? Part(string type) => relationships.PartOfType(type) is { } part ? package.ReadXml(part) : null;

        WordRelationships RelationshipsOf(string type) =>
            relationships.PartOfType(type) is { } part ? WordRelationships.Of(package, part) : relationships;

        var notes = new WordNotes(Part("footnotes"), Part("endnotes"));
        var pictures = new WordPictures(package, embedsPictures);
        var reading = new WordReading(
            new WordStyles(Part("styles")),
            new WordNumbering(Part("numbering")),
            notes,
            pictures,
            new WordFields(WordFields.AreMatched(body)));
        var blocks = new WordBlocks(reading, relationships);
        var elements = WordSettings.Take(reading, blocks, body);
        blocks.Read(elements);
        List<WordBlock> all = [.. blocks.Take()];
        var (ofFootnotes, ofEndnotes) = (RelationshipsOf("footnotes"), RelationshipsOf("endnotes"));
        for (var number = 0; number < notes.Count; number++)
        {
            var (note, isEndnote) = notes.At(number);
            all.Add(NoteBlock(reading, isEndnote ? ofEndnotes : ofFootnotes, note, number));
        }

        var (markdown, paragraphs) = WordBlock.Write(all);
        var hasHeaders = relationships.PartsOfType("header").Concat(relationships.PartsOfType("footer"))
            .Take(MostHeaders)
            .Any(p => HasWords(package, p));
        return new WordText(
            Encoding.UTF8.GetBytes(markdown),
            pictures.All,
            [.. Warnings(reading, hasHeaders)],
            paragraphs,
            [.. reading.Paragraphs.Select(BeginningOf)])
        {
            Embedded = pictures.Files,
        };
    }

    private static WordBlock NoteBlock(
        WordReading reading, WordRelationships relationships, XElement note, int number)
    {
        var first = reading.Paragraphs.Count + 1;
        var blocks = new WordBlocks(reading, relationships);
        blocks.Read(note.Elements());
        var text = WordBlock.Write(blocks.Take()).Markdown.TrimEnd('\n');
        return new WordBlock(
            $"{WordNotes.Label(number)}: {text.Replace("\n", "\n    ", StringComparison.Ordinal)}", first);
    }

    private static IEnumerable<Diagnostic> Warnings(WordReading reading, bool hasHeaders)
    {
        if (reading.Pictures.Dropped > 0)
        {
            yield return DiagnosticCatalog.WordObjects(reading.Pictures.Dropped);
        }

        if (reading.HasContents)
        {
            yield return DiagnosticCatalog.WordContents();
        }

        if (hasHeaders)
        {
            yield return DiagnosticCatalog.WordHeaders();
        }
    }

    /// <summary>Whether a header or footer has words; a part that cannot be read has none that matter.</summary>
    private static bool HasWords(WordPackage package, string part)
    {
        try
        {
            return package.ReadXml(part) is { } header
                && header.Descendants().Any(e => e.WordName() == "t" && e.Value.Count(char.IsLetter) > 1);
        }
        catch (WordException)
        {
            return false;
        }
    }

    private static string BeginningOf(XElement paragraph)
    {
        const int Most = 40;
        var runs = paragraph.Descendants().Where(e => e.WordName() == "t").Take(Most);
        return Shortened.Of(OneLine.Of(string.Concat(runs.Select(r => r.Value))), Most);
    }
}
