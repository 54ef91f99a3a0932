using System.IO.Compression;
using System.Text;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Word;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Contents.Word;

/// <summary>An OpenDocument text goes by the same rules as a Word document.</summary>
public class OpenDocumentTests
{
    private const string Spaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
        + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
        + "xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    [Fact]
    public void It_is_the_same_article_as_a_Word_document() => Assert.Equal(
        SampleDocument.Markdown(SampleDocument.Word()),
        SampleDocument.Markdown(Package(("content.xml", SampleDocument.OpenDocument))));

    [Fact]
    public void Deletions_comments_and_hidden_text_are_left_out() => Assert.Equal(
        "Kajen är klar i år.\n",
        Markdown(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>bort</text:p></text:deletion>"
            + "</text:changed-region></text:tracked-changes>"
            + "<text:p>Kajen <text:change/>är klar<office:annotation><text:p>fråga</text:p></office:annotation> i år"
            + "<text:span text:style-name=\"dold\">, hemligt</text:span>.</text:p>"
            + "<text:section text:display=\"none\"><text:p>dolt</text:p></text:section>"));

    [Fact]
    public void Emphasis_spaces_breaks_and_quotes_keep_their_meaning() => Assert.Equal(
        "**Obs!** H~2~O, ~~två~~  tre\\\nny rad\n\n> Ett citat.\n",
        Markdown(
            "<text:p><text:span text:style-name=\"fet\">Obs!</text:span> H<text:span text:style-name=\"ner\">2"
            + "</text:span>O, <text:span text:style-name=\"struken\">två</text:span> <text:s/>tre\n<text:line-break/>"
            + "ny rad</text:p><text:p text:style-name=\"P1\">Ett citat.</text:p>"));

    [Fact]
    public void A_merged_cell_stands_once() => Assert.Equal(
        "| a | | b |\n| --- | --- | --- |\n| c | d | |\n",
        Markdown(
            "<table:table><table:table-header-rows><table:table-row>"
            + "<table:table-cell table:number-columns-spanned=\"2\"><text:p>a</text:p></table:table-cell>"
            + "<table:covered-table-cell/>"
            + "<table:table-cell table:number-rows-spanned=\"2\"><text:p>b</text:p></table:table-cell>"
            + "</table:table-row></table:table-header-rows><table:table-row>"
            + "<table:table-cell><text:p>c</text:p></table:table-cell>"
            + "<table:table-cell><text:p>d</text:p></table:table-cell><table:covered-table-cell/>"
            + "</table:table-row></table:table>"));

    [Fact]
    public void A_list_that_goes_on_is_numbered_on_and_another_begins_anew() => Assert.Equal(
        "1. a\n\nMellan.\n\n2. b\n\nMellan.\n\n1. c\n",
        Markdown(
            List("", "a") + "<text:p>Mellan.</text:p>" + List("text:continue-numbering=\"true\"", "b")
            + "<text:p>Mellan.</text:p>" + List("", "c")));

    [Fact]
    public void A_picture_has_its_description_and_what_the_page_lacks_is_told()
    {
        var document = Package(
            ("content.xml", Content(
                "<text:p>Rubriken</text:p>"
                + "<text:p><draw:frame text:anchor-type=\"as-char\"><draw:image xlink:href=\"Pictures/1.png\"/>"
                + "<svg:desc>Kajen</svg:desc></draw:frame></text:p>"
                + "<text:table-of-content><text:index-body><text:p>Rubriken 1</text:p></text:index-body>"
                + "</text:table-of-content><text:p><draw:frame><draw:object/></draw:frame></text:p>")),
            ("styles.xml", $"<office:document-styles {Spaces}><office:master-styles><style:master-page><style:footer>"
                + "<text:p>Lysekils kommun</text:p></style:footer></style:master-page></office:master-styles>"
                + "</office:document-styles>"));
        document = WithPicture(document);

        var (text, refusal) = WordFile.Read(document);

        Assert.Null(refusal);
        var file = Assert.Single(text!.Pictures).FileName;
        Assert.Equal($"Rubriken\n\n![Kajen]({file})\n", Encoding.UTF8.GetString(text.Markdown));
        Assert.Superset(
            new HashSet<string> { "word-object", "word-contents", "word-margin" },
            text.Diagnostics.Select(d => d.Code).ToHashSet());
        Assert.Equal(SamplePicture.Png(), Assert.Single(WordFile.PicturesIn(document)).Content);
    }

    [Fact]
    public async Task A_picture_is_shown_and_no_file_of_its_own_is_missed()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("artiklar/2026-05-01-kajen.odt", WithPicture(Package(("content.xml", Content(
            "<text:p>Rubriken</text:p><text:p>Text.</text:p>"
            + "<text:p><draw:frame text:anchor-type=\"as-char\"><draw:image xlink:href=\"Pictures/1.png\"/>"
            + "<svg:desc>Kajen</svg:desc></draw:frame></text:p>")))));
        await site.SettleAsync();

        var picture = Assert.Single(
            site.Pages.Keys, p => p.EndsWith(".png", StringComparison.Ordinal) && p != PageKey.TouchIcon.Value);
        Assert.Contains(
            $"<img src=\"/{picture}\" alt=\"Kajen\"",
            site.Pages["2026/05/kajen/index.html"],
            StringComparison.Ordinal);
        Assert.Empty((await site.Engine.Status.ReadAsync(default)).Diagnosed);
    }

    [Theory]
    [InlineData("<o:document xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><o:body><o:drawing/></o:body>"
        + "</o:document>")]
    [InlineData("<a/>")]
    [InlineData("ingen XML")]
    public void Another_document_is_refused(string content) =>
        Assert.Equal("word", WordFile.Read(Package(("content.xml", content))).Refusal!.Code);

    [Fact]
    public void An_encrypted_one_is_told()
    {
        var (_, refusal) = WordFile.Read(Package(
            ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"),
            ("content.xml", "\u0001\u0002")));

        Assert.Contains("lösenord", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_published()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload(
            "artiklar/2026-05-01-kajen.odt",
            Package(("content.xml", Content("<text:h>Kajen</text:h><text:p>Text.</text:p>"))));
        await site.SettleAsync();

        Assert.Contains("<h1>Kajen</h1>", site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
    }

    private static string List(string attributes, string text) =>
        $"<text:list text:style-name=\"siffror\" {attributes}><text:list-item><text:p>{text}</text:p></text:list-item>"
        + "</text:list>";

    private static string Markdown(string body)
    {
        var (text, refusal) = WordFile.Read(Package(("content.xml", Content(body))));
        Assert.Null(refusal);
        return Encoding.UTF8.GetString(text!.Markdown);
    }

    private static string Content(string body) =>
        $"<office:document-content {Spaces}><office:automatic-styles>"
        + Style("text", "fet", "fo:font-weight=\"bold\"") + Style("text", "dold", "text:display=\"none\"")
        + Style("text", "ner", "style:text-position=\"sub 58%\"")
        + Style("text", "struken", "style:text-line-through-style=\"solid\"")
        + "<style:style style:family=\"paragraph\" style:name=\"P1\" style:parent-style-name=\"Quotations\"/>"
        + "<text:list-style style:name=\"siffror\"><text:list-level-style-number text:level=\"1\" "
        + "style:num-format=\"1\"/></text:list-style></office:automatic-styles>"
        + $"<office:body><office:text>{body}</office:text></office:body></office:document-content>";

    private static string Style(string family, string name, string properties) =>
        $"<style:style style:family=\"{family}\" style:name=\"{name}\"><style:text-properties {properties}/>"
        + "</style:style>";

    private static byte[] WithPicture(byte[] document)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update))
        using (var picture = archive.CreateEntry("Pictures/1.png").Open())
        {
            picture.Write(SamplePicture.Png());
        }

        return stream.ToArray();
    }

    private static byte[] Package(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
