using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Tests.Contents.Articles;

/// <summary>
/// A text that its editor meant to keep back never goes live, and its editor gets a diagnostic.
/// </summary>
public class DraftTests
{
    [Theory]
    [InlineData("draft: true")]
    [InlineData("Draft: True")]
    [InlineData("DRAFT: \"true\"")]
    [InlineData("draft: 'Ja'")]
    [InlineData("draft: 1")]
    [InlineData("\"draft\" : y")]
    [InlineData("draft: [true]")]
    [InlineData("{draft: true, author: A}")]
    [InlineData("draft: utkast")]
    [InlineData("draft: true # tills vidare")]
    [InlineData("is_draft: true")]
    [InlineData("isDraft: yes")]
    [InlineData("utkast: ja")]
    [InlineData("Utkast: sant")]
    [InlineData("utkast: true")]
    [InlineData("utkast: yes")]
    [InlineData("UTKAST: on")]
    [InlineData("är utkast: ja")]
    [InlineData("published: false")]
    [InlineData("Published: No")]
    [InlineData("publicerad: nej")]
    [InlineData("publicera: inte")]
    [InlineData("publish: false")]
    [InlineData("dg-publish: false")]
    [InlineData("public: false")]
    [InlineData("status: draft")]
    [InlineData("status: Utkast")]
    [InlineData("status: private")]
    [InlineData("status: pending")]
    [InlineData("post_status: auto-draft")]
    [InlineData("status: opublicerad")]
    [InlineData("state: trash")]
    [InlineData("visibility: private")]
    [InlineData("synlighet: privat")]
    [InlineData("private: true")]
    [InlineData("privat: ja")]
    [InlineData("permalink: false")]
    [InlineData("publicera inte: ja")]
    [InlineData("visa-inte: true")]
    [InlineData("ejKlar: sant")]
    [InlineData("draft: false\nstatus: draft")]
    public void A_setting_that_certainly_means_a_draft_makes_one(string settings)
    {
        var reading = Some.Reading(Some.ArticleWith(settings));

        Assert.Empty(reading.Diagnostics);
        Assert.True(reading.Manuscript!.IsDraft);
    }

    [Theory]
    [InlineData("draft: false")]
    [InlineData("utkast: nej")]
    [InlineData("draft: off")]
    [InlineData("draft: 0")]
    [InlineData("published: true")]
    [InlineData("publicerad: ja")]
    [InlineData("status: publish")]
    [InlineData("status: published")]
    [InlineData("Status: Publicerad")]
    [InlineData("visibility: public")]
    [InlineData("private: false")]
    public void A_setting_that_certainly_means_published_makes_no_draft(string settings)
    {
        var reading = Some.Reading(Some.ArticleWith(settings));

        Assert.Empty(reading.Diagnostics);
        Assert.False(reading.Manuscript!.IsDraft);
    }

    [Theory]
    [InlineData("draft: kanske", "draft", "”draft: kanske”")]
    [InlineData("draft:", "draft", "draft har inget värde")]
    [InlineData("draft: ~", "draft", "draft har inget värde")]
    [InlineData("draft: [false, true]", "draft", "”draft: false”")]
    [InlineData("draft: {until: 2027-01-01}", "draft", "draft har inget värde")]
    [InlineData("utkast: nästan", "draft", "”utkast: nästan”")]
    [InlineData("published: snart", "draft", "”published: snart”")]
    [InlineData("status: klar för läsning", "draft", "”status: klar för läsning”")]
    [InlineData("visibility: members", "draft", "”visibility: members”")]
    [InlineData("drafft: true", "draft", "”drafft”")]
    [InlineData("daft: true", "draft", "”daft”")]
    [InlineData("drfat: kanske", "draft", "”drfat”")]
    [InlineData("utkst: ja", "draft", "”utkst”")]
    [InlineData("publised: false", "draft", "”publised”")]
    [InlineData("type: draft", "draft", "”type: draft”")]
    [InlineData("categories: [Hamnen, Utkast]", "draft", "”categories: Utkast”")]
    [InlineData("tags: Hamnen, utkast", "draft", "”tags: utkast”")]
    [InlineData("tags: [draft]", "draft", "”tags: draft”")]
    [InlineData("params:\n  draft: true", "draft", "”params.draft: true”", 3)]
    [InlineData("cascade:\n  - draft: true", "draft", "”cascade.draft: true”")]
    [InlineData("build:\n  list: never", "draft", "”build.list”", 3)]
    [InlineData("unlisted: true", "draft", "”unlisted” kan betyda att texten inte ska visas för alla")]
    [InlineData("eleventyExcludeFromCollections: true", "draft", "”eleventyExcludeFromCollections”")]
    [InlineData("password: hemligt", "draft", "”password”")]
    [InlineData("visible: false", "draft", "”visible”")]
    [InlineData("render: never", "draft", "”render”")]
    [InlineData("klar: nej", "draft", "”klar: nej”")]
    [InlineData("live: false", "draft", "”live: false”")]
    [InlineData("godkänd: inte", "draft", "”godkänd: inte”")]
    [InlineData("online: 2027-02-01", "draft", "”online” används inte")]
    [InlineData("pubDate: \"Feb 1 2027\"", "value", "pubDate")]
    [InlineData("published: [2027-02-01, 2027-03-01]", "draft", "”published: 2027-02-01”")]
    [InlineData("startdate: 2027-02-01", "draft", "”startdate” används inte")]
    [InlineData("datum: i morgon", "value", "datum")]
    [InlineData("publishDate: {at: 2027-02-01}", "value", "publishDate")]
    [InlineData("embargo: till fullmäktige", "value", "embargo")]
    [InlineData("dtae: 2027-02-01", "draft", "”dtae”")]
    [InlineData("publishDat: 2027-02-01", "draft", "”publishDat”")]
    [InlineData("meta:\n  publishDate: 2027-02-01", "draft", "”meta.publishDate”", 3)]
    [InlineData("date:\n  published: 2027-02-01", "value", "date")]
    [InlineData("unpublish: 2026-12-31", "draft", "”unpublish” kan betyda att texten ska tas bort")]
    [InlineData("expiers: 2026-12-31", "draft", "”expiers”")]
    [InlineData("expires: snart", "value", "expires")]
    [InlineData("expires: {at: 2026-12-31}", "value", "expires")]
    [InlineData("date: 2026-05-01\nexpires: 2026-04-30", "draft", "”expires” är tidigare än date", 3)]
    [InlineData("slutdatum: 2026-12-31", "draft", "”slutdatum”")]
    [InlineData("author: A\n...\ndraft: true", "front-matter", "slutar vid den här raden", 4)]
    [InlineData("author: A\ndraft:true", "front-matter", "går inte att läsa", 3)]
    [InlineData("draft = true", "front-matter", "går inte att läsa")]
    public void A_setting_that_may_mean_a_draft_a_later_date_or_an_end_refuses_the_file(
        string settings, string code, string said, int line = 2)
    {
        var reading = Some.Reading(Some.ArticleWith(settings));

        Assert.Null(reading.Manuscript);
        var refusal = Assert.Single(reading.Diagnostics);
        Assert.Equal((code, (int?)line, Severity.Refusal), (refusal.Code, refusal.Line, refusal.Severity));
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Remedy);
    }

    [Theory]
    [InlineData("authors:\n  - name: Eva\n    url: /eva/\n    links: [a, b]", "”authors.url”")]
    [InlineData("place:\n  state: Bohuslän", "”place”")]
    [InlineData("drafft: false", "”drafft”")]
    [InlineData("craft_beer: ja", "”craft_beer”")]
    [InlineData("data: tal.csv", "”data”")]
    [InlineData("type: recension", "”type”")]
    [InlineData("unlisted: false", "”unlisted”")]
    [InlineData("klar: ja", "”klar”")]
    [InlineData("live: https://film.example/", "”live”")]
    [InlineData("created: 2026-03-01", "”created”")]
    public void Any_other_unknown_setting_is_a_warning_flat_or_nested(string settings, string said, int line = 2)
    {
        var reading = Some.Reading(Some.ArticleWith(settings));

        Assert.False(reading.Manuscript!.IsDraft);
        var warning = Assert.Single(reading.Diagnostics);
        Assert.Equal(("unknown-key", Severity.Warning), (warning.Code, warning.Severity));
        Assert.Equal(line, warning.Line);
        Assert.Contains(said, warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!-- x -->\n+++\ntitle = \"Ny kaj\"\n+++\nText.\n", 2, "+++")]
    [InlineData("---js\nmodule.exports = { draft: true }\n---\nText.\n", 1, "---js")]
    [InlineData("---json\n{ \"draft\": true }\n---\nText.\n", 1, "---json")]
    [InlineData("--- toml\ndraft = true\n---\nText.\n", 1, "--- toml")]
    [InlineData("---yaml\ndraft: true\n---\nText.\n", 1, "---yaml")]
    [InlineData("--- # inställningar\ndate: 2027-02-01\n---\nText.\n", 1, "--- # inställningar")]
    [InlineData("{\n  \"title\": \"Ny kaj\",\n  \"draft\": true\n}\n\nText.\n", 1, "JSON")]
    [InlineData("{ \"title\": \"Ny kaj\" }\n\nText.\n", 1, "JSON")]
    [InlineData(";;;\n\"draft\": true\n;;;\nText.\n", 2, "”\"draft\": true”")]
    [InlineData(";;;\n{ \"title\": \"Ny kaj\", \"draft\": true }\n;;;\nText.\n", 2, "JSON")]
    [InlineData(";;;\n{\n  \"date\": \"2027-02-01\"\n}\n;;;\nText.\n", 2, "JSON")]
    [InlineData("---\ntitle: x\ndraft: true\n\nText.\n", 1, "avslutas aldrig")]
    [InlineData("----\ntitle: x\ndraft: true\n----\nText.\n", 3, "”draft: true”")]
    [InlineData("—\ntitle: x\ndate: 2027-02-01\n—\nText.\n", 3, "”date: 2027-02-01”")]
    [InlineData("—\nTitle: x\nDate: 2027-02-01\n—\nText.\n", 3, "”Date: 2027-02-01”")]
    [InlineData("—\n\nDatum: 2027-02-01\n\nText.\n", 3, "”Datum: 2027-02-01”")]
    [InlineData("—\ntitle: x\n\ndate: 2027-02-01\n—\nText.\n", 4, "”date: 2027-02-01”")]
    [InlineData("—\ntitle: x\nutkst: ja\n—\nText.\n", 3, "”utkst: ja”")]
    [InlineData("  ---\ntitle: x\nexpires: 2027-02-01\n  ---\nText.\n", 3, "”expires: 2027-02-01”")]
    [InlineData("\uFEFF\uFEFF---\ntitle: x\ndate: 2027-02-01\n---\nText.\n", 3, "”date: 2027-02-01”")]
    [InlineData("<!-- skapad av x -->\n---\ntitle: x\ndate: 2027-02-01\n---\nText.\n", 4, "”date: 2027-02-01”")]
    [InlineData("<!--\ntitle: x\npublishDate: 2027-02-01\n-->\nText.\n", 3, "”publishDate: 2027-02-01”")]
    [InlineData("<!-- draft: true -->\n# Rubriken\n", 1, "”<!-- draft: true -->”")]
    [InlineData("# Rubriken\n\n---\ndate: 2027-02-01\nlead: x\n---\nText.\n", 4, "”date: 2027-02-01”")]
    [InlineData("***\ntitle: x\ndraft: true\n***\nText.\n", 3, "”draft: true”")]
    [InlineData("```yaml\ntitle: x\ndate: 2027-02-01\n```\nText.\n", 3, "”date: 2027-02-01”")]
    [InlineData("title: x\ndraft: true\n\nText.\n", 2, "”draft: true”")]
    [InlineData("# Rubriken\n\nUtkast: ja\n\nText.\n", 3, "”Utkast: ja”")]
    [InlineData("# Rubriken\n\n**Status:** utkast\n\nText.\n", 3, "”**Status:** utkast”")]
    [InlineData("---\ntitle: x\n---\n---\ndraft: true\n---\nText.\n", 5, "”draft: true”")]
    public void Settings_that_are_not_read_refuse_the_file(string text, int line, string said)
    {
        var reading = Some.Reading(text);

        Assert.Null(reading.Manuscript);
        var refusal = Assert.Single(reading.Diagnostics);
        Assert.Equal(("front-matter", Severity.Refusal), (refusal.Code, refusal.Severity));
        Assert.Equal(line, refusal.Line);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("---", refusal.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n\n---\ntitle: x\ndraft: true\n---\nText.\n", true)]
    [InlineData("\uFEFF---\r\ntitle: x\r\ndraft: true\r\n---\r\nText.\r\n", true)]
    [InlineData("---  \ntitle: x\ndraft: true\n---\nText.\n", true)]
    [InlineData("---\ntitle: x\ndraft: true\n...\nText.\n", true)]
    [InlineData("+++\ntitle = \"Ny kaj\"\ndraft = true\n+++\nText.\n", true)]
    [InlineData("\uFEFF\n+++\ntitle = \"Ny kaj\"\n+++\nText.\n", false)]
    [InlineData("Utkast\n\nText.\n", false)]
    [InlineData("# Utkast: ny plan för kajen\n\nText.\n", false)]
    [InlineData("# Rubriken\n\nPublicerad: 2026-03-04\n\nText.\n", false)]
    [InlineData("# Rubriken\n\nDatum: 2026-12-15\nPlats: Kajen\n", false)]
    [InlineData("Rubriken\n---\nDatum: 2026-12-15\n\n---\n\nText.\n", false)]
    [InlineData("—\nlead: x\n\n# Rubriken\n\nText.\n\nDatum: 2026-12-15\n", false)]
    [InlineData("# Rubriken\n\n***\nplats: kajen\n***\n", false)]
    [InlineData("# Rubriken\n\n{ kod }\n\n2 + 2 = 4\n", false)]
    [InlineData("{{ kod }} i rubriken\n\nText.\n", false)]
    [InlineData(
        "# Så gör du ett utkast\n\nInställningarna skrivs överst i filen, mellan två rader med tre plustecken, "
            + "och de ser ut så här:\n\n```toml\n+++\ndraft = true\n+++\n```\n",
        false)]
    public void Any_other_opening_of_a_text_is_read_as_text(string text, bool isDraft)
    {
        var reading = Some.Reading(text);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(isDraft, reading.Manuscript!.IsDraft);
    }

    [Theory]
    [InlineData("artiklar/_drafts/2026-05-01-x.md", "mappen ”_drafts”")]
    [InlineData("artiklar/drafts/2026/2026-05-01-x.md", "mappen ”drafts”")]
    [InlineData("artiklar/2026/Utkast/2026-05-01-x.md", "mappen ”Utkast”")]
    [InlineData("artiklar/.trash/2026-05-01-x.md", "mappen ”.trash”")]
    [InlineData("sidor/utkast/om.md", "mappen ”utkast”")]
    [InlineData("artiklar/_2026-05-01-x.md", "”_” i dess namn")]
    [InlineData("sidor/_om.md", "”_” i dess namn")]
    [InlineData("artiklar/_2026-05-01-x/index.md", "”_” i dess namn")]
    [InlineData("artiklar/2026-05-01-x.utkast/index.md", "”.utkast” i dess namn")]
    [InlineData("artiklar/2026-05-01-x.utkast.md", "”.utkast” i dess namn")]
    [InlineData("artiklar/2026-05-01-x.Draft.md", "”.Draft” i dess namn")]
    public void A_name_that_means_a_draft_makes_one_and_the_editor_is_told(string path, string said)
    {
        var reading = Some.Reading(Some.Article("Rubriken"), path);

        Assert.True(reading.Manuscript!.IsDraft);
        var warning = Assert.Single(reading.Diagnostics);
        Assert.Equal(("draft", Severity.Warning), (warning.Code, warning.Severity));
        Assert.Contains(said, warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artiklar/_posts/2026-05-01-x.md")]
    [InlineData("artiklar/utkast-till-plan/2026-05-01-x.md")]
    [InlineData("artiklar/2026-05-01-utkast-om-simhallen.md")]
    [InlineData("artiklar/2026-05-01-x_y.md")]
    [InlineData("sidor/utkast.md")]
    public void Other_names_make_no_draft(string path) =>
        Assert.False(Some.Reading(Some.Article("Rubriken"), path).Manuscript!.IsDraft);
}
