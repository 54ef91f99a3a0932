using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lysekil.Publishing.Contents.Word;
using Lysekil.Publishing.Tests.Contents.Word;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>Files that are named as Word documents, and are none that can be read.</summary>
[Collection(HostileInputCollection.Name)]
public class WordTests
{
    private const string Path = "artiklar/2026-05-01-x.docx";

    private readonly HostileSite _site = new();

    [Theory]
    [InlineData("EncryptedPackage", "lösenord")]
    [InlineData("WordDocument", ".doc")]
    public void An_encrypted_document_and_an_old_one_are_told_apart(string stream, string message)
    {
        byte[] file =
        [
            0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream),
        ];

        Assert.Contains(message, _site.Refused(Path, file, "word").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_with_macros_is_refused_whatever_its_name()
    {
        var document = Docx.With(
            main =>
            {
                using var macros = new MemoryStream([1, 2, 3]);
                main.AddNewPart<VbaProjectPart>().FeedData(macros);
            },
            Docx.P("Rubriken"));

        Assert.Contains("makron", _site.Refused(Path, document, "word").Message, StringComparison.Ordinal);
        Assert.Contains(
            ".docx", _site.Refused("artiklar/x.docm", document, "file-type").Remedy, StringComparison.Ordinal);
        _site.Refused("artiklar/x.doc", document, "file-type");
    }

    [Theory]
    [InlineData("inget dokument")]
    [InlineData("PK\u0003\u0004 och inget mer")]
    public void A_file_of_another_kind_is_refused(string content) => _site.Refused(Path, content, "word");

    [Fact]
    public void An_empty_file_is_refused() => _site.Refused(Path, "", "empty");

    [Fact]
    public void A_damaged_document_is_refused_wherever_it_ends()
    {
        var document = Docx.OfTexts("Rubriken", "Text.");
        for (var length = 100; length < document.Length; length += document.Length / 7)
        {
            _site.Refused(Path, document.AsSpan(0, length), "word");
        }
    }

    [Theory]
    [InlineData("<w:document xmlns:w=\"x\"><w:body></w:document>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [InlineData("")]
    public void A_document_of_broken_XML_is_refused(string xml) =>
        _site.Refused(Path, Package(("word/document.xml", Encoding.UTF8.GetBytes(xml))), "word");

    /// <summary>Spaces, which pack a thousandfold; what they unpack to is no more than a large file.</summary>
    [Fact]
    public void A_part_that_unpacks_to_much_more_than_a_text_is_refused()
    {
        var body = Document(new string(' ', 30_000_000));

        _site.Refused(Path, Package(("word/document.xml", Encoding.UTF8.GetBytes(body))), "word");
    }

    [Fact]
    public void A_document_of_thousands_of_parts_or_levels_is_refused()
    {
        var parts = Enumerable.Range(0, 6_000).Select(i => ($"a{i}", Array.Empty<byte>()));
        var nested = string.Concat(Enumerable.Repeat("<w:sdt>", 5_000))
            + string.Concat(Enumerable.Repeat("</w:sdt>", 5_000));

        _site.Refused(Path, Package([("word/document.xml", [1]), .. parts]), "word");
        _site.Refused(Path, Package(("word/document.xml", Encoding.UTF8.GetBytes(Document(nested)))), "word");
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 20_000)]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>", 50_000)]
    [InlineData("<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>", 50_000)]
    [InlineData("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>*a!</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>", 10_000)]
    [InlineData("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"99999\"/></w:tcPr></w:tc></w:tr></w:tbl>", 10_000)]
    public void A_document_of_very_many_elements_takes_bounded_effort(string element, int count)
    {
        var body = Document("<w:p><w:r><w:t>Rubrik</w:t></w:r></w:p>"
            + string.Concat(Enumerable.Repeat(element, count)));
        var package = Package(("word/document.xml", Encoding.UTF8.GetBytes(body)));
        WordFile.Read(package);

        Effort.Least(() => WordFile.Read(package)).AssertBounded(element);
    }

    [Fact]
    public void Bytes_and_XML_that_were_changed_at_random_are_read_or_refused()
    {
        var random = new Random(20_260_504);
        var document = Docx.Of(
            Docx.Styled("Rubrik", "Kajen"), Docx.Item(2, 1, "ett"), Docx.P(Docx.R("fet", new Bold()), Docx.R(" text")));
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])document.Clone();
            for (var changes = random.Next(1, 8); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            AssertJudged(bytes);
        }

        var xml = Document(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:rPr><w:b/>"
                + "</w:rPr><w:t>ett</w:t></w:r><w:hyperlink r:id=\"a\" xmlns:r=\"r\"><w:r><w:t>två</w:t></w:r>"
                + "</w:hyperlink></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc>"
                + "</w:tr></w:tbl>");
        for (var i = 0; i < 600; i++)
        {
            var (from, length) = (random.Next(xml.Length - 20), random.Next(20));
            var changed = i % 2 == 0 ? xml.Remove(from, length) : xml.Insert(from, xml.Substring(from, length));
            AssertJudged(Package(("word/document.xml", Encoding.UTF8.GetBytes(changed))));
        }
    }

    private static void AssertJudged(byte[] bytes)
    {
        var (text, refusal) = WordFile.Read(bytes);
        Assert.NotEqual(text is null, refusal is null);
    }

    private static string Document(string body) =>
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + body
            + "</w:body></w:document>";

    private static byte[] Package(params (string Name, byte[] Content)[] parts)
    {
        const string Relationships =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
            Target="/word/document.xml"/></Relationships>
            """;
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts.Append(("_rels/.rels", Encoding.UTF8.GetBytes(Relationships))))
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
