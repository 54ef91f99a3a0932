namespace Lysekil.Fuzz;

/// <summary>Word documents as their parts: XML by name, with what the reader looks for.</summary>
internal static class WordCorpus
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Spaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"" + Office + "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    /// <summary>Each with its parts.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Documents { get; } =
    [
        Document(
            P("Rubrik1", R("Kajen byggs")),
            P(null, R("Det blev "), R("omröstning", "<w:b/>"), R(" i "), R("rådet", "<w:i/><w:strike/>"), R(".")),
            P("Citat", R("Ett citat.")),
            Item(1, 0, "ett"), Item(1, 1, "två"), Item(2, 0, "först"), Item(3, 8, "sist"),
            P(null, "<w:hyperlink r:id=\"rLink\" w:anchor=\"del\">", R("Protokollet"), "</w:hyperlink>", R(" se ")),
            P(
                null,
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://exempel.se/\" "
                    + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
                R("länk"),
                "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
                "<w:fldSimple w:instr=\"PAGE\">",
                R("1"),
                "</w:fldSimple>"),
            P(
                null,
                R("Budgeten"),
                "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"3\"/></w:r>",
                "<w:del w:id=\"1\"><w:r><w:delText>bort</w:delText></w:r></w:del>",
                "<w:ins w:id=\"2\">", R("till"), "</w:ins><w:r><w:tab/><w:br/><w:noBreakHyphen/><w:cr/></w:r>")),
        Document(
            P(null, R("---")),
            P(null, R("title: Kajen")),
            P(null, R("tags: [Hamnen, Budget]")),
            P(null, R("---")),
            P(null, R("Ingressen är kort.")),
            Table(Row(Cell("Plats"), Cell("Avgift")), Row(Cell("Kajen | norr"), Cell("100 kr", "per dygn"))),
            Table(Row("<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr>"
                + Table(Row(Cell("inre"), Cell("ruta"))) + P(null, R("efter")) + "</w:tc>", Cell("tre"))),
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
                + "<w:sdtContent>" + P("Innehll1", R("Rubriken 1")) + "</w:sdtContent></w:sdt>"),
        Document(
            P("Rubrik", R("Hamnen")),
            P(null, "<w:r>", Drawing("inline", "hamnen.png"), "</w:r>"),
            P("Beskrivning", R("Kajen i sol.")),
            P(
                null,
                "<w:r>",
                Drawing("anchor", "image1.png"),
                "</w:r><w:r><w:pict><v:shape alt=\"Torget\"><v:imagedata r:id=\"rPicture\"/></v:shape></w:pict></w:r>"),
            P(
                null,
                "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><w:txbxContent>",
                P(null, R("En ruta.")),
                "</w:txbxContent></wp:anchor></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"),
            P(null, "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath><w:r><w:object/></w:r>"),
            "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr>" + R("D") + "</w:p>" + P(null, R("et var en gång.")),
            "<w:p><w:pPr><w:outlineLvl w:val=\"2\"/><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr>",
            R("Mellan") + "</w:p>",
            P(null, R("med *tecken* # [a](b) &lt;b&gt; &amp; och 2026. slut", "<w:rStyle w:val=\"Stark\"/>"))),
    ];

    /// <summary>The picture to which documents refer.</summary>
    public const string Picture = "word/media/image1.png";

    /// <summary>The part with the text.</summary>
    public const string Main = "word/document.xml";

    private static Dictionary<string, string> Document(params string[] blocks) => new(StringComparer.Ordinal)
    {
        ["_rels/.rels"] = Relationships(("rDocument", "officeDocument", "word/document.xml")),
        [Main] = $"<w:document {Spaces}><w:body>{string.Concat(blocks)}<w:sectPr/></w:body></w:document>",
        ["word/_rels/document.xml.rels"] = Relationships(
            ("rStyles", "styles", "styles.xml"),
            ("rNumbering", "numbering", "numbering.xml"),
            ("rFootnotes", "footnotes", "footnotes.xml"),
            ("rEndnotes", "endnotes", "endnotes.xml"),
            ("rHeader", "header", "header1.xml"),
            ("rPicture", "image", "media/image1.png"),
            ("rLink", "hyperlink", "https://exempel.se/a b")),
        ["word/styles.xml"] = $"<w:styles {Spaces}>"
            + Style("paragraph", "Normal", "Normal") + Style("paragraph", "Rubrik", "Title")
            + Style("paragraph", "Rubrik1", "heading 1") + Style("paragraph", "Citat", "Quote")
            + Style("paragraph", "Beskrivning", "caption") + Style("paragraph", "Innehll1", "toc 1")
            + Style("character", "Stark", "Strong", "<w:basedOn w:val=\"Normal\"/><w:rPr><w:b/></w:rPr>")
            + "</w:styles>",
        ["word/numbering.xml"] = $"<w:numbering {Spaces}>{Level(10, "bullet")}{Level(20, "decimal")}"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"10\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"20\"/></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"20\"/><w:lvlOverride w:ilvl=\"0\">"
            + "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num></w:numbering>",
        ["word/footnotes.xml"] = $"<w:footnotes {Spaces}><w:footnote w:type=\"separator\" w:id=\"-1\"/>"
            + $"<w:footnote w:id=\"2\">{P(null, R("Enligt "), R("protokollet", "<w:i/>"))}</w:footnote></w:footnotes>",
        ["word/endnotes.xml"] = $"<w:endnotes {Spaces}><w:endnote w:id=\"3\">"
            + P(null, R("Slutnot"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>") + "</w:endnote></w:endnotes>",
        ["word/header1.xml"] = $"<w:hdr {Spaces}>{P(null, R("Lysekils kommun"))}</w:hdr>",
    };

    private static string Relationships(params (string Id, string Type, string Target)[] all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Office}/{r.Type}\" Target=\"{r.Target}\""
            + $"{(r.Type == "hyperlink" ? " TargetMode=\"External\"" : "")}/>"))
        + "</Relationships>";

    private static string P(string? style, params string[] content) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}{string.Concat(content)}</w:p>";

    private static string Item(int list, int level, string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{R(text)}</w:p>";

    private static string R(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(params string[] texts) =>
        $"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{string.Concat(texts.Select(t => P(null, R(t))))}</w:tc>";

    private static string Drawing(string kind, string name) =>
        $"<w:drawing><wp:{kind}><wp:docPr id=\"1\" name=\"Bild 1\" descr=\"Kajen\"/><a:graphic><a:graphicData>"
        + $"<pic:pic><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"{name}\"/></pic:nvPicPr><pic:blipFill>"
        + "<a:blip r:embed=\"rPicture\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
        + $"</wp:{kind}></w:drawing>";

    private static string Style(string type, string id, string name, string more = "") =>
        $"<w:style w:type=\"{type}\" w:styleId=\"{id}\"{(id == "Normal" ? " w:default=\"1\"" : "")}>"
        + $"<w:name w:val=\"{name}\"/>{more}</w:style>";

    private static string Level(int id, string format) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        + $"<w:numFmt w:val=\"{format}\"/></w:lvl></w:abstractNum>";
}
