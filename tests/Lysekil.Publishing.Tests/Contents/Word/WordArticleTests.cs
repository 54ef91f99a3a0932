using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Lysekil.Publishing.Publication;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Contents.Word;

/// <summary>A Word document is an article or a standing page like any other.</summary>
public class WordArticleTests
{
    private const string Path = "artiklar/2026-05-01-kajen.docx";
    private const string Page = "2026/05/kajen/index.html";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public WordArticleTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task It_is_published_as_the_Markdown_that_is_kept()
    {
        await UploadAsync(Path, Docx.OfTexts("Kajen byggs", "Ett stycke om *kajen*.", "Ett till."));
        await UploadAsync("sidor/om.docx", Docx.OfTexts("Om oss", "Text."));

        Assert.Contains("<h1>Kajen byggs</h1>", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("Ett stycke om *kajen*.", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("<h1>Om oss</h1>", _site.Pages["om/index.html"], StringComparison.Ordinal);
        Assert.Contains(
            _site.Storage.Accepted.Blobs.Values,
            b => b.Text == "Kajen byggs\n\nEtt stycke om \\*kajen\\*.\n\nEtt till.\n");
    }

    [Fact]
    public async Task It_is_rendered_again_from_what_is_kept()
    {
        await UploadAsync(Path, Docx.OfTexts("Kajen byggs", "Ett stycke."));
        var page = _site.Pages[Page];
        _site.Storage.Web.Delete(Page);

        // Another process has neither the document nor its text in memory.
        var other = new SimulatedSite(_clock);
        other.Storage.CopyFrom(_site.Storage);
        await other.Engine.Reconciler.ReconcileSourcesAsync(default);
        await other.Engine.Reconciler.ReconcilePagesAsync(default);
        await other.SettleAsync();

        Assert.Equal(page, other.Pages[Page]);
    }

    [Fact]
    public async Task The_same_text_saved_again_is_no_update()
    {
        await UploadAsync(Path, Docx.OfTexts("Kajen byggs", "Ett stycke."));
        var etag = _site.ETagOf(Page);
        _clock.Advance(TimeSpan.FromHours(1));

        await UploadAsync(Path, Docx.With(
            main => main.AddNewPart<DocumentSettingsPart>().Settings = new(),
            Docx.P("Kajen byggs"),
            Docx.P("Ett stycke.")));

        Assert.Equal(etag, _site.ETagOf(Page));
        Assert.Single(_site.Storage.Accepted.Blobs);
    }

    [Fact]
    public async Task A_renamed_document_stays_the_same_article()
    {
        var document = Docx.OfTexts("Kajen byggs", "Ett stycke.");
        await UploadAsync(Path, document);
        _site.Delete(Path);
        await _site.SettleAsync();

        await UploadAsync("artiklar/2026-05-01-hamnkajen.docx", document);

        Assert.Contains("/2026/05/hamnkajen/", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("<h1>Kajen byggs</h1>", _site.Pages["2026/05/hamnkajen/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_at_its_top_are_read_also_where_Word_joined_the_dashes()
    {
        await UploadAsync(Path, Docx.OfTexts("—-", "draft: true", "---", "Kajen byggs", "Ett stycke."));

        Assert.DoesNotContain(Page, _site.Pages.Keys);
        Assert.Equal(PublishChange.Draft, _site.Outcomes[^1].Change);
    }

    [Fact]
    public async Task A_diagnostic_names_the_paragraph()
    {
        await UploadAsync(Path, Docx.With(
            main => main.AddHyperlinkRelationship(new Uri("ftp://example.org/"), isExternal: true, "r1"),
            Docx.P("Kajen byggs"),
            Docx.P("Ett stycke."),
            Docx.P(
                Docx.R("Läs mer i "),
                new DocumentFormat.OpenXml.Wordprocessing.Hyperlink(Docx.R("arkivet")) { Id = "r1" },
                Docx.R(" som finns kvar sedan länge."))));

        var warning = Assert.Single(_site.Outcomes[^1].Diagnostics);
        Assert.Null(warning.Line);
        Assert.StartsWith(
            "Stycke 3, ”Läs mer i arkivet som finns kvar sedan l…”: Länken till ”ftp://example.org/”",
            warning.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_other_files_decide_is_told_with_a_remedy_for_Word()
    {
        await UploadAsync("artiklar/2026-05-01-kajen.md", Encoding.UTF8.GetBytes("# Kajen byggs\n\nText.\n"));
        await UploadAsync("artiklar/hamn/2026-05-01-kajen.docx", Docx.OfTexts("Kajen byggs", "Ett stycke."));

        var refusal = Assert.Single(_site.Outcomes[^1].Diagnostics);
        Assert.Equal(
            ("url-taken", "Byt namn på den ena filen. Blir adressen ledig publiceras filen av sig själv."),
            (refusal.Code, refusal.Remedy));
    }

    [Fact]
    public async Task A_broken_version_leaves_the_last_good_one_live()
    {
        await UploadAsync(Path, Docx.OfTexts("Kajen byggs", "Ett stycke."));
        await UploadAsync(Path, Encoding.UTF8.GetBytes("inget dokument"));

        Assert.Equal("word", Assert.Single(_site.Outcomes[^1].Diagnostics).Code);
        Assert.Contains("<h1>Kajen byggs</h1>", _site.Pages[Page], StringComparison.Ordinal);
    }

    private Task UploadAsync(string path, byte[] content)
    {
        _site.Upload(path, content);
        return _site.SettleAsync();
    }
}
