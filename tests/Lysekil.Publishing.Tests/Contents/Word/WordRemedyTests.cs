using System.Reflection;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Tests.Contents.Word;

/// <summary>What the editor of a Word document is told can be done in Word, which has no Markdown.</summary>
public partial class WordRemedyTests
{
    /// <summary>
    /// Marks of Markdown and HTML are escaped in what is read of a document, and the site's settings are none.
    /// </summary>
    private static readonly string[] NeverOfWord =
    [
        nameof(DiagnosticCatalog.AssetTypeNotAllowed), nameof(DiagnosticCatalog.NotText),
        nameof(DiagnosticCatalog.FrontMatterToml), nameof(DiagnosticCatalog.FrontMatterJson),
        nameof(DiagnosticCatalog.HtmlDropped), nameof(DiagnosticCatalog.HtmlUnwrapped),
        nameof(DiagnosticCatalog.HtmlAttributeDropped), nameof(DiagnosticCatalog.FenceAroundText),
        nameof(DiagnosticCatalog.CommentShown), nameof(DiagnosticCatalog.FootnoteMissing),
        nameof(DiagnosticCatalog.ContrastTooLow), nameof(DiagnosticCatalog.RedirectFromNoPage),
        nameof(DiagnosticCatalog.RedirectFromOwnPage), nameof(DiagnosticCatalog.RedirectTwice),
        nameof(DiagnosticCatalog.RedirectToNoPage), nameof(DiagnosticCatalog.RedirectInCircle),
        nameof(DiagnosticCatalog.RedirectsTooMany),
    ];

    /// <summary>Settings are lines in Word, too.</summary>
    private static readonly string[] CodesOfSettings =
    [
        "aliases", "draft", "front-matter", "image", "opening-date", "setting-twice", "unknown-key", "value",
        "value-cut",
    ];

    private static readonly Dictionary<string, byte[]> Documents = new()
    {
        ["empty"] = Docx.Of(),
        ["a table alone"] = Docx.Of(new Table(Docx.Row("Plats", "Avgift"), Docx.Row("Kajen", "100 kr"))),
        ["a list before the title"] = Docx.Of(
            Docx.Item(1, 0, "ett"), Docx.Item(1, 0, "två"), Docx.P("Kajen byggs"), Docx.P("Text.")),
        ["a link of another kind"] = Docx.With(
            main => main.AddHyperlinkRelationship(new Uri("ftp://example.org/"), isExternal: true, "r1"),
            Docx.P("Kajen byggs"),
            Docx.P(new Hyperlink(Docx.R("Arkivet")) { Id = "r1" })),
        ["a picture without a description"] = WordPictureTests.WithPicture("hamnen.png", ""),
        ["a footnote in the title"] = Docx.With(
            main => main.AddNewPart<FootnotesPart>().Footnotes =
                new Footnotes(new Footnote(Docx.P("Enligt protokollet.")) { Id = 2 }),
            Docx.P(Docx.R("Kajen byggs"), new Run(new FootnoteReference { Id = 2 })),
            Docx.P("Text.")),
        ["a mark of a chat assistant"] = Docx.OfTexts("Kajen byggs", "Så står det i protokollet【4】."),
        ["two titles"] = Docx.OfTexts("---", "title: Kajen", "rubrik: Bryggan", "---", "Text."),
        ["a colon in a value"] = Docx.OfTexts("---", "title: Kajen: nu byggs den", "---", "Text."),
        ["settings without an end"] = Docx.OfTexts("---", "title: Kajen", "Text."),
    };

    public static TheoryData<string> Methods =>
    [
        .. typeof(DiagnosticCatalog).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.ReturnType == typeof(Diagnostic))
            .Select(m => m.Name)
            .Except(NeverOfWord),
    ];

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_diagnostic_for_the_editor_of_a_document_speaks_of_lines_or_Markdown(string method)
    {
        var create = typeof(DiagnosticCatalog).GetMethod(method)!;
        var diagnostic = (Diagnostic)create.Invoke(null, [.. create.GetParameters().Select(Sample)])!;

        var told = diagnostic.InWord();

        Assert.DoesNotMatch(OnlyOfMarkdown(), told.Message);
        Assert.DoesNotMatch(OnlyOfMarkdown(), told.Remedy);
        if (!CodesOfSettings.Contains(told.Code))
        {
            Assert.DoesNotMatch(Line(), told.Message);
            Assert.DoesNotMatch(Line(), told.Remedy);
        }
    }

    [Theory]
    [InlineData(
        "empty", "empty", "Dokumentet är tomt.",
        "Skriv en rubrik överst i dokumentet och text under den, spara det och ladda upp det igen.")]
    [InlineData(
        "a table alone", "title",
        "Dokumentet har inget som kan vara rubrik, och därför blev filens namn rubrik: ”Kajen”",
        "Skriv rubriken överst i dokumentet, i ett eget stycke.")]
    [InlineData(
        "a list before the title", "title",
        "Dokumentet börjar inte med en rubrik, och därför blev det här artikelns rubrik: ”Kajen byggs”",
        "Skriv rubriken överst i dokumentet, i ett eget stycke.")]
    [InlineData(
        "a link of another kind", "link",
        "Länken till ”ftp://example.org/” är inte av en tillåten typ och visas som vanlig text.",
        "Högerklicka på länken i dokumentet, välj att redigera den och skriv en adress som börjar med https://, "
            + "http://, mailto: eller tel:.")]
    [InlineData(
        "a picture without a description", "alt", "En bild saknar beskrivning för den som inte ser den.",
        "Högerklicka på bilden i dokumentet, välj alternativtext och skriv vad den visar. Är det "
            + "huvudbilden i inställningarna, så skriv image_alt: där.")]
    [InlineData(
        "a footnote in the title", "footnote", "Fotnot 1 visas inte, eftersom texten inte hänvisar till den.",
        "Flytta fotnoten från rubriken till texten, eller ta bort den.")]
    [InlineData(
        "a mark of a chat assistant", "marks", "Texten innehåller tecken som läsarna ser så här: 【4】",
        "Ta bort tecknen. De hör till ett annat program.")]
    [InlineData(
        "two titles", "setting-twice", "”rubrik” och ”title” betyder samma sak, men har olika värden.",
        "Ta bort den ena av raderna.")]
    [InlineData(
        "a colon in a value", "front-matter",
        "Inställningarna överst i dokumentet går inte att läsa: det står ett kolon i värdet.",
        "Sätt enkla citattecken om hela värdet, så här: title: 'Kajen: nu byggs den' "
            + "(Gör Word om citattecknen till böjda, så ångra det med Ctrl+Z.)")]
    [InlineData(
        "settings without an end", "front-matter",
        "Inställningarna överst i dokumentet börjar med --- men avslutas aldrig.",
        "Skriv tre bindestreck på raden efter den sista inställningen. Gör Word om dem till ett streck, så "
            + "ångra det med Ctrl+Z. Ska --- inte börja inställningar, så ta bort det.")]
    public void The_remedy_is_what_an_editor_does_in_Word(string document, string code, string said, string remedy)
    {
        var (_, diagnostics) = DocumentFilesTests.Read(Documents[document]);

        var told = Assert.Single(diagnostics);
        Assert.Equal((code, null, remedy), (told.Code, told.Line, told.Remedy));
        Assert.EndsWith(said, told.Message, StringComparison.Ordinal);
    }

    /// <summary>What is said of a text is kept in the index, and compared with what is said of it later.</summary>
    [Fact]
    public void What_is_said_to_others_makes_no_difference_between_diagnostics()
    {
        var one = DiagnosticCatalog.TitleMissing();
        var same = new Diagnostic(one.Severity, one.Code, one.Line, one.Message, one.Remedy);

        Assert.Equal(same, one);
        Assert.Equal(same.GetHashCode(), one.GetHashCode());
        Assert.Equal(same.ToString(), one.ToString());
        Assert.NotEqual(one, one.InWord());
    }

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(int) || type == typeof(int?) => 3,
        var type when type == typeof(long) => 3_000_000L,
        var type when type == typeof(bool) => true,
        var type when type == typeof(DateOnly) => new DateOnly(2027, 2, 1),
        var type when type == typeof(DateTimeOffset) => Some.Now,
        var type when type == typeof(SourcePath) => new SourcePath("artiklar/2026-03-24-kajen.docx"),
        var type when type == typeof(Diagnostic) => DiagnosticCatalog.PictureUnreadable(),
        var type when type == typeof(string) => "kajen",
        var type when type.IsAssignableFrom(typeof(string[])) => new[] { "kajen", "hamnen" },
        var type => throw new NotSupportedException($"There is no sample of {type}."),
    };

    [GeneratedRegex(@"Markdown|HTML|!\[|\]\(|överst i filen|första raden|tomma rader|UTF-8|på rad \d")]
    private static partial Regex OnlyOfMarkdown();

    [GeneratedRegex(@"\b(rad|raden|rader|raderna)\b")]
    private static partial Regex Line();
}
