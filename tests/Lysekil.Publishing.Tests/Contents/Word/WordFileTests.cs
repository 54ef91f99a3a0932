using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lysekil.Publishing.Contents.Word;

namespace Lysekil.Publishing.Tests.Contents.Word;

public class WordFileTests
{
    [Fact]
    public void Headings_emphasis_and_quotes_keep_their_meaning() => Assert.Equal(
        """
        # Kajen byggs

        Det blev **omröstning** i *fullmäktige*, och ~~två~~ **tre** sade H~2~O.

        ## Bakgrund

        ### Vår egen stil

        > Ett citat.
        >
        > Och ett till.

        Slut.

        """,
        Markdown(
            Docx.Styled("Rubrik", "Kajen byggs"),
            Docx.P(
                Docx.R("Det blev "),
                Docx.R("omröstning", new Bold()),
                Docx.R(" i "),
                Docx.R("fullmäktige", new Italic()),
                Docx.R(", och "),
                Docx.R("två ", new Strike()),
                Docx.R("tre", new RunStyle { Val = "Stark" }),
                Docx.R(" sade H"),
                Docx.R("2", new VerticalTextAlignment { Val = VerticalPositionValues.Subscript }),
                Docx.R("O.")),
            Docx.Styled("Rubrik2", "Bakgrund"),
            new Paragraph(
                new ParagraphProperties(new OutlineLevel { Val = 2 }),
                Docx.R("Vår egen stil", new Bold { Val = false })),
            Docx.Styled("Citat", "Ett citat."),
            Docx.Styled("Citat", "Och ett till."),
            Docx.P("Slut.")));

    [Fact]
    public void A_style_that_is_based_on_a_heading_is_one() =>
        Assert.Equal("## Mellanrubrik\n", Markdown(Docx.Styled("VrRubrik", "Mellanrubrik")));

    [Fact]
    public void Lists_are_nested_and_numbered_as_in_the_document() => Assert.Equal(
        """
        Så här:

        - ett
        - två
          1. först
          2. sedan
        - tre

        Mellan.

        1. a
        2. b

        Avbrott.

        3. c

        1) ny lista

        """,
        Markdown(
            Docx.P("Så här:"),
            Docx.Item(1, 0, "ett"),
            Docx.Item(1, 0, "två"),
            Docx.Item(2, 1, "först"),
            Docx.Item(2, 1, "sedan"),
            Docx.Item(1, 0, "tre"),
            Docx.P("Mellan."),
            Docx.Item(2, 0, "a"),
            Docx.Item(2, 0, "b"),
            Docx.P("Avbrott."),
            Docx.Item(2, 0, "c"),
            Docx.Item(3, 0, "ny lista")));

    [Fact]
    public void A_table_has_its_first_row_as_heading_and_merged_cells_once() => Assert.Equal(
        """
        | Plats | Avgift | |
        | --- | --- | --- |
        | Kajen \| norr | 100 kr<br>per dygn |
        | Bryggan | | 50 kr |

        """,
        Markdown(new Table(
            Docx.Row("Plats", "Avgift"),
            new TableRow(
                new TableCell(Docx.P("Kajen | norr")), new TableCell(Docx.P("100 kr"), Docx.P("per dygn"))),
            new TableRow(
                new TableCell(new TableCellProperties(new GridSpan { Val = 2 }), Docx.P("Bryggan")),
                new TableCell(Docx.P("50 kr"))))));

    [Fact]
    public void A_table_of_one_column_is_a_frame_around_text() => Assert.Equal(
        "## Fakta\n\nEn ruta.\n",
        Markdown(new Table(new TableRow(new TableCell(Docx.Styled("Rubrik2", "Fakta"), Docx.P("En ruta."))))));

    [Fact]
    public void Links_lead_where_they_led_also_those_that_are_fields() => Assert.Equal(
        "Se [**hela** protokollet](https://example.org/a%20b), <https://example.org/>.\n",
        Text(Docx.With(
            main => main.AddHyperlinkRelationship(new Uri("https://example.org/a b"), isExternal: true, id: "r1"),
            Docx.P(
                Docx.R("Se "),
                new Hyperlink(Docx.R("hela", new Bold()), Docx.R(" protokollet")) { Id = "r1" },
                Docx.R(", "),
                Field(FieldCharValues.Begin),
                new Run(new FieldCode(" HYPERLINK \"https://example.org/\" ")),
                Field(FieldCharValues.Separate),
                Docx.R("https://example.org/"),
                Field(FieldCharValues.End),
                Docx.R(".")))));

    /// <summary>Word keeps what was typed, whether it is an address or not.</summary>
    [Fact]
    public void A_mistyped_link_does_not_cost_the_document()
    {
        var document = Docx.Replaced(
            Docx.With(
                main => main.AddHyperlinkRelationship(new Uri("https://example.org/"), isExternal: true, id: "r1"),
                Docx.P(new Hyperlink(Docx.R("Skriv")) { Id = "r1" }, Docx.R(" till oss."))),
            "word/_rels/document.xml.rels",
            "https://example.org/",
            "mailto:a@example.org, b@example.org");

        Assert.Equal("[Skriv](mailto:a@example.org,%20b@example.org) till oss.\n", Text(document));
    }

    [Fact]
    public void Footnotes_stand_below_the_text() => Assert.Equal(
        "Budgeten[^1] höll.\n\n[^1]: Enligt *protokollet*.\n",
        Text(Docx.With(
            main => main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                new Footnote(Docx.P("")) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
                new Footnote(new Paragraph(
                    new Run(new FootnoteReferenceMark()), Docx.R(" Enligt "), Docx.R("protokollet", new Italic()),
                    Docx.R(".")))
                { Id = 2 }),
            Docx.P(Docx.R("Budgeten"), new Run(new FootnoteReference { Id = 2 }), Docx.R(" höll.")))));

    [Fact]
    public void Insertions_count_and_deletions_hidden_text_and_comments_do_not() => Assert.Equal(
        "Kajen byggs i år.\n\nEtt stycke som fortsätter.\n",
        Markdown(
            Docx.P(
                Docx.R("Kajen "),
                new DeletedRun(new Run(new DeletedText("byggs inte"))) { Id = "1", Author = "A" },
                new InsertedRun(Docx.R("byggs")) { Id = "2", Author = "A" },
                new MoveFromRun(Docx.R(" flyttat")) { Id = "3", Author = "A" },
                new CommentRangeStart { Id = "0" },
                Docx.R(" i år"),
                new CommentRangeEnd { Id = "0" },
                new Run(new CommentReference { Id = "0" }),
                Docx.R(", hemligt", new Vanish()),
                Docx.R(".")),
            new Paragraph(
                new ParagraphProperties(
                    new ParagraphMarkRunProperties(new Deleted { Id = "4", Author = "A" })),
                Docx.R("Ett stycke ")),
            Docx.P("som fortsätter.")));

    [Fact]
    public void A_large_initial_is_the_first_letter_of_the_next_paragraph() => Assert.Equal(
        "Det var en gång.\n",
        Markdown(
            new Paragraph(
                new ParagraphProperties(new FrameProperties { DropCap = DropCapLocationValues.Drop }), Docx.R("D")),
            Docx.P("et var en gång.")));

    [Theory]
    [InlineData("# 1 * 2 * 3 [a](b) snake_case _x_ ~~y~~ ==z== C:\\mapp")]
    [InlineData("2026. Ett år")]
    [InlineData("- inte en lista")]
    [InlineData("+ heller inte")]
    [InlineData("| a | b |")]
    [InlineData("100 %% {#id} {{ x }} ^y^ ++z++")]
    public void Text_that_looks_like_Markdown_is_shown_as_it_is(string text) =>
        Assert.Equal($"<p>{text}</p>\n", Some.HtmlOfFile(Text(Docx.OfTexts(text))));

    [Fact]
    public void Text_that_looks_like_HTML_is_shown_and_addresses_are_links() => Assert.Equal(
        "<p>&lt;b&gt; &amp;copy; <a href=\"https://example.org/a_b_c\">https://example.org/a_b_c</a></p>\n",
        Some.HtmlOfFile(Text(Docx.OfTexts("<b> &copy; https://example.org/a_b_c"))));

    [Fact]
    public void Emphasis_that_a_letter_follows_stays_emphasis() => Assert.Equal(
        "<p><strong>Obs!</strong>Texten <em>a</em><strong>b</strong></p>",
        Some.HtmlOfFile(Markdown(Docx.P(
            Docx.R("Obs!", new Bold()),
            Docx.R("Texten "),
            Docx.R("a", new Italic()),
            Docx.R("b", new Bold())))).Trim());

    [Fact]
    public void What_the_page_lacks_is_told()
    {
        var document = Docx.With(
            main =>
            {
                var header = main.AddNewPart<HeaderPart>();
                header.Header = new Header(Docx.P("Lysekils kommun"));
            },
            Docx.P("Rubriken"),
            Docx.Styled("Innehll1", "Rubriken 1"),
            Docx.P(new Run(new EmbeddedObject())));

        var (text, refusal) = WordFile.Read(document);

        Assert.Null(refusal);
        Assert.Equal("Rubriken\n", Encoding.UTF8.GetString(text!.Markdown));
        Assert.Equal(["word-object", "word-contents", "word-margin"], text.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_page_break_keeps_words_apart() => Assert.Equal(
        "Slut\\\nNästa\n",
        Markdown(Docx.P(new Run(Docx.T("Slut"), new Break { Type = BreakValues.Page }, Docx.T("Nästa")))));

    [Theory]
    [InlineData("Wingdings", "F0E0", "Gå → hit\n")]
    [InlineData("Symbol", "F0B3", "Gå ≥ hit\n")]
    [InlineData("Segoe UI", "2713", "Gå ✓ hit\n")]
    public void A_symbol_is_the_character_that_it_shows(string font, string code, string markdown) => Assert.Equal(
        markdown,
        Markdown(Docx.P(Docx.R("Gå "), new Run(new SymbolChar { Font = font, Char = code }), Docx.R(" hit"))));

    [Fact]
    public void A_symbol_that_is_not_known_is_told()
    {
        var (text, _) = WordFile.Read(Docx.Of(Docx.P(
            Docx.R("Gå"), new Run(new SymbolChar { Font = "Webdings", Char = "F0E0" }))));

        Assert.Equal("word-object", Assert.Single(text!.Diagnostics).Code);
    }

    [Theory]
    [InlineData("HYPERLINK \"https://example.org/\" \\l \"Historia\"", "[sidan](https://example.org/#Historia)\n")]
    [InlineData("HYPERLINK \\t \"_blank\" \"https://example.org/\"", "[sidan](https://example.org/)\n")]
    [InlineData("HYPERLINK \\l \"Bokmärke\"", "sidan\n")]
    public void A_field_leads_where_its_address_says(string instruction, string markdown) => Assert.Equal(
        markdown,
        Markdown(Docx.P(
            Field(FieldCharValues.Begin),
            new Run(new FieldCode(instruction)),
            Field(FieldCharValues.Separate),
            Docx.R("sidan"),
            Field(FieldCharValues.End))));

    [Fact]
    public void A_field_without_an_end_hides_nothing() => Assert.Equal(
        "Ett två\n\nTre\n",
        Markdown(Docx.P(Docx.R("Ett "), Field(FieldCharValues.Begin), Docx.R("två")), Docx.P("Tre")));

    [Fact]
    public void A_header_that_cannot_be_read_refuses_nothing()
    {
        var document = Docx.With(
            main => main.AddNewPart<HeaderPart>().Header = new Header(Docx.P("Lysekils kommun")), Docx.P("Rubriken"));

        var (text, refusal) = WordFile.Read(Docx.Replaced(document, "word/header1.xml", "</w:hdr>", ""));

        Assert.Null(refusal);
        Assert.Empty(text!.Diagnostics);
    }

    [Fact]
    public void A_style_of_many_properties_is_read_once()
    {
        const int Count = 20_000;
        var document = Docx.With(
            main => main.StyleDefinitionsPart!.Styles!.Append(new Style(
                new StyleName { Val = "Lång" },
                new StyleRunProperties([.. Enumerable.Range(0, Count).Select(_ => new NoProof())]))
            {
                Type = StyleValues.Character,
                StyleId = "Lng",
            }),
            Docx.P([.. Enumerable.Range(0, Count).Select(_ => Docx.R("a", new RunStyle { Val = "Lng" }))]));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(Count + 1, Text(document).Length);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15)); // 2.4 billion steps took minutes.
    }

    private static Run Field(FieldCharValues type) => new(new FieldChar { FieldCharType = type });

    private static string Markdown(params DocumentFormat.OpenXml.OpenXmlElement[] blocks) => Text(Docx.Of(blocks));

    private static string Text(byte[] document)
    {
        var (text, refusal) = WordFile.Read(document);
        Assert.Null(refusal);
        return Encoding.UTF8.GetString(text!.Markdown);
    }
}
