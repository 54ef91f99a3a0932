using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lysekil.Publishing.Contents.Word;

namespace Lysekil.Publishing.Tests.Contents.Word;

/// <summary>One article as a document of Word, and as one of LibreOffice.</summary>
internal static class SampleDocument
{
    /// <summary>The article as LibreOffice keeps texts itself (OpenDocument 1.3, part 3).</summary>
    public const string OpenDocument =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
            xmlns:xlink="http://www.w3.org/1999/xlink">
          <office:automatic-styles>
            <style:style style:name="fet" style:family="text">
              <style:text-properties fo:font-weight="bold"/>
            </style:style>
            <style:style style:name="kursiv" style:family="text">
              <style:text-properties fo:font-style="italic"/>
            </style:style>
            <text:list-style style:name="punkter">
              <text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
              <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>
            </text:list-style>
          </office:automatic-styles>
          <office:body>
            <office:text>
              <text:h text:style-name="Heading_20_1" text:outline-level="1">Kajen byggs</text:h>
              <text:p>Det blev <text:span text:style-name="fet">omröstning</text:span> i <text:span
                text:style-name="kursiv">fullmäktige</text:span>.</text:p>
              <text:h text:style-name="Heading_20_2" text:outline-level="2">Bakgrund</text:h>
              <text:list text:style-name="punkter">
                <text:list-item>
                  <text:p>ett</text:p>
                  <text:list>
                    <text:list-item><text:p>först</text:p></text:list-item>
                    <text:list-item><text:p>sedan</text:p></text:list-item>
                  </text:list>
                </text:list-item>
                <text:list-item><text:p>två</text:p></text:list-item>
              </text:list>
              <text:p>Mellan.</text:p>
              <table:table>
                <table:table-column table:number-columns-repeated="2"/>
                <table:table-row>
                  <table:table-cell><text:p>Plats</text:p></table:table-cell>
                  <table:table-cell><text:p>Avgift</text:p></table:table-cell>
                </table:table-row>
                <table:table-row>
                  <table:table-cell><text:p>Kajen</text:p></table:table-cell>
                  <table:table-cell><text:p>100 kr</text:p></table:table-cell>
                </table:table-row>
              </table:table>
              <text:p>Se <text:a xlink:type="simple" xlink:href="https://exempel.se/">protokollet</text:a>.</text:p>
              <text:p>Budgeten<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
                <text:note-body><text:p>Enligt protokollet.</text:p></text:note-body></text:note> höll.</text:p>
            </office:text>
          </office:body>
        </office:document>
        """;

    /// <summary>The article as a Word document.</summary>
    public static byte[] Word() => Docx.With(
        main =>
        {
            main.AddHyperlinkRelationship(new Uri("https://exempel.se/"), isExternal: true, "r1");
            main.AddNewPart<FootnotesPart>().Footnotes =
                new Footnotes(new Footnote(Docx.P("Enligt protokollet.")) { Id = 2 });
        },
        Docx.Styled("Rubrik1", "Kajen byggs"),
        Docx.P(
            Docx.R("Det blev "),
            Docx.R("omröstning", new Bold()),
            Docx.R(" i "),
            Docx.R("fullmäktige", new Italic()),
            Docx.R(".")),
        Docx.Styled("Rubrik2", "Bakgrund"),
        Docx.Item(1, 0, "ett"),
        Docx.Item(2, 1, "först"),
        Docx.Item(2, 1, "sedan"),
        Docx.Item(1, 0, "två"),
        Docx.P("Mellan."),
        new Table(Docx.Row("Plats", "Avgift"), Docx.Row("Kajen", "100 kr")),
        Docx.P(Docx.R("Se "), new Hyperlink(Docx.R("protokollet")) { Id = "r1" }, Docx.R(".")),
        Docx.P(Docx.R("Budgeten"), new Run(new FootnoteReference { Id = 2 }), Docx.R(" höll.")));

    /// <summary>The document as Markdown; nothing may be lacking.</summary>
    public static string Markdown(byte[] document)
    {
        var (text, refusal) = WordFile.Read(document);
        Assert.Null(refusal);
        Assert.Empty(text!.Diagnostics);
        return Encoding.UTF8.GetString(text.Markdown);
    }
}
