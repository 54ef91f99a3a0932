using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Word;

namespace Lysekil.Publishing.Tests.Contents.Word;

/// <summary>Word documents as editors have them, what a reader sees of each, and what its editor is told.</summary>
public class DocumentFilesTests
{
    private const string Spaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <summary>What the case is, the body in WordprocessingML, the text as HTML, and what is told.</summary>
    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "Headings and quotes are told by the built-in name of their style, emphasis by its kind",
            Styled("Rubrik1", T("Kajen byggs")) + P(T("Det "), T("blev", "<w:b/>"), T(" i "), T("råd", "<w:i/>"))
                + Styled("VrRubrik", T("Bakgrund")) + Styled("Citat", T("Ett citat.")) + P(T("Slut.")),
            "<p>Det <strong>blev</strong> i <em>råd</em></p>\n<h2 id=\"bakgrund\">Bakgrund</h2>\n"
                + "<blockquote>\n<p>Ett citat.</p>\n</blockquote>\n<p>Slut.</p>",
            ""
        },
        {
            "Lists are nested, and numbered as in the document",
            P(T("Kajen byggs")) + Item(1, 0, "ett") + Item(2, 1, "först") + Item(2, 1, "sedan") + P(T("Mellan."))
                + Item(3, 0, "a") + P(T("Avbrott.")) + Item(3, 0, "b"),
            "<ul>\n<li>ett\n<ol>\n<li>först</li>\n<li>sedan</li>\n</ol>\n</li>\n</ul>\n<p>Mellan.</p>\n"
                + "<ol>\n<li>a</li>\n</ol>\n<p>Avbrott.</p>\n<ol start=\"2\">\n<li>b</li>\n</ol>",
            ""
        },
        {
            "A table has its first row as heading",
            P(T("Kajen byggs"))
                + $"<w:tbl>{Row("Plats", "Avgift")}{Row("Kajen | norr", "100 kr")}</w:tbl>",
            "<table tabindex=\"0\">\n<thead>\n<tr>\n<th>Plats</th>\n<th>Avgift</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                + "<td>Kajen | norr</td>\n<td>100 kr</td>\n</tr>\n</tbody>\n</table>",
            ""
        },
        {
            "A link leads where it led, also one that is a field",
            P(T("Kajen byggs"))
                + P("<w:hyperlink r:id=\"web\">", T("Protokollet"), "</w:hyperlink>", T(" och "),
                    "<w:fldSimple w:instr=\"HYPERLINK &quot;https://exempel.se/&quot;\">", T("mer"), "</w:fldSimple>"),
            "<p><a href=\"https://exempel.se/a%20b\">Protokollet</a> och <a href=\"https://exempel.se/\">mer</a></p>",
            ""
        },
        {
            "A link of a kind that is not followed is told by its paragraph",
            P(T("Kajen byggs")) + P("<w:hyperlink r:id=\"ftp\">", T("Arkivet"), "</w:hyperlink>"),
            "<p>Arkivet</p>",
            "link"
        },
        {
            "A footnote stands below the text",
            P(T("Kajen byggs")) + P(T("Budgeten"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", T(" höll.")),
            "<p>Budgeten<a id=\"fnref:1\" href=\"#fn:1\" class=\"footnote-ref\"><sup>1</sup></a> höll.</p>\n"
                + "<div class=\"footnotes\">\n<hr />\n<ol>\n<li id=\"fn:1\">\n<p>Enligt protokollet."
                + "<a href=\"#fnref:1\" class=\"footnote-back-ref\">&#8617;</a></p>\n</li>\n</ol>\n</div>",
            ""
        },
        {
            "Insertions count; deleted and hidden text and comments do not",
            P(T("Kajen byggs"))
                + P(T("Den "), "<w:del w:id=\"1\"><w:r><w:delText>inte</w:delText></w:r></w:del>",
                    "<w:ins w:id=\"2\">", T("är klar"), "</w:ins><w:commentRangeStart w:id=\"0\"/>", T(" i år"),
                    "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>",
                    T(", hemligt", "<w:vanish/>"), T(".")),
            "<p>Den är klar i år.</p>",
            ""
        },
        {
            "A large initial is the first letter of its paragraph",
            P(T("Kajen byggs"))
                + P("<w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr>", T("D")) + P(T("et var en gång.")),
            "<p>Det var en gång.</p>",
            ""
        },
        {
            "What looks like Markdown or HTML is shown as it is",
            P(T("Kajen byggs")) + P(T("- 1 * 2 * 3 [a](b) &lt;b&gt; snake_case {{ x }}")),
            "<p>- 1 * 2 * 3 [a](b) &lt;b&gt; snake_case {{ x }}</p>",
            ""
        },
        {
            "Settings at the top are settings, also where Word has joined the dashes",
            P(T("—-")) + P(T("title: Kajen byggs")) + P(T("author: Eva Ek")) + P(T("---")) + P(T("Ett stycke.")),
            "<p>Ett stycke.</p>",
            ""
        },
        {
            "A table of contents and an embedded object are left out, with a remark",
            P(T("Kajen byggs")) + Styled("Innehll1", T("Bakgrund 1")) + P("<w:r><w:object/></w:r>") + P(T("Slut.")),
            "<p>Slut.</p>",
            "word-object word-contents"
        },
    };

    /// <summary>What the case is, the file, and what is told.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { "A document with a password", "Compound file with a stream EncryptedPackage", "word" },
        { "A document of Word 97 under the new name", "Compound file with a stream WordDocument", "word" },
        { "A document with macros", "Word document with a part vbaProject.bin", "word" },
        { "A document that is cut off", "first half of a Word document", "word" },
        { "A file that is no document", "plain text", "word" },
        { "An empty file", "nothing", "empty" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_document_is_read_as_its_editor_meant_it(string what, string body, string html, string told)
    {
        var (reading, diagnostics) = Read(DocumentOf(body));

        Assert.Equal(
            (what, "Kajen byggs", html, told),
            (what, reading!.Manuscript!.Title, reading.Text!.ToHtml().TrimEnd('\n'), Told(diagnostics)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_cannot_be_read_is_refused(string what, string file, string told)
    {
        var (reading, diagnostics) = Read(FileOf(file));

        Assert.Null(reading);
        Assert.Equal((what, told, Severity.Refusal), (what, Told(diagnostics), diagnostics[0].Severity));
    }

    internal static byte[] DocumentOf(string body) => Docx.With(main =>
    {
        main.Document!.Body = new Body($"<w:body {Spaces}>{body}</w:body>");
        main.AddHyperlinkRelationship(new Uri("https://exempel.se/a b"), isExternal: true, "web");
        main.AddHyperlinkRelationship(new Uri("ftp://exempel.se/"), isExternal: true, "ftp");
        main.AddNewPart<FootnotesPart>().Footnotes =
            new Footnotes(new Footnote(Docx.P("Enligt protokollet.")) { Id = 2 });
    });

    internal static byte[] FileOf(string file) => file switch
    {
        "Compound file with a stream EncryptedPackage" => Compound("EncryptedPackage"),
        "Compound file with a stream WordDocument" => Compound("WordDocument"),
        "Word document with a part vbaProject.bin" => Docx.With(main =>
        {
            using var macros = new MemoryStream([1, 2, 3]);
            main.AddNewPart<VbaProjectPart>().FeedData(macros);
        }),
        "first half of a Word document" => FirstHalf(Docx.OfTexts("Kajen byggs")),
        "plain text" => "Kajen byggs"u8.ToArray(),
        "nothing" => [],
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "There is no such file."),
    };

    /// <returns>The text, which is <c>null</c> if the file is refused, and all that its editor is told.</returns>
    internal static (ManuscriptReading? Reading, IReadOnlyList<Diagnostic> Diagnostics) Read(byte[] document)
    {
        var (word, refusal) = WordFile.Read(document);
        if (word is null)
        {
            return (null, [refusal!]);
        }

        var reading = Some.Reading(word.Markdown, "artiklar/2026-03-24-kajen.docx");
        return (reading, [.. reading.Diagnostics.Select(word.Place), .. word.Diagnostics]);
    }

    private static string Told(IEnumerable<Diagnostic> diagnostics) =>
        string.Join(' ', diagnostics.Select(d => d.Code));

    private static byte[] Compound(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. System.Text.Encoding.Unicode.GetBytes(stream)];

    private static byte[] FirstHalf(byte[] file) => file[..(file.Length / 2)];

    private static string P(params string[] content) => $"<w:p>{string.Concat(content)}</w:p>\n";

    private static string Styled(string style, string content) =>
        P($"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>", content);

    private static string T(string text, string properties = "") =>
        $"<w:r>{(properties.Length == 0 ? "" : $"<w:rPr>{properties}</w:rPr>")}"
        + $"<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Item(int list, int level, string text) => P(
        string.Create(
            CultureInfo.InvariantCulture,
            $"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>"),
        T(text));

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{P(T(c))}</w:tc>"))}</w:tr>";
}
