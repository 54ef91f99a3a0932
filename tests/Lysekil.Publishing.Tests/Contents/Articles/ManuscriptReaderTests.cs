using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Tests.Contents.Articles;

public class ManuscriptReaderTests
{
    [Theory]
    [InlineData("# Rubriken\n\nText.\n")]
    [InlineData("### Rubriken ###\n\nText.\n")]
    [InlineData("Rubriken\n========\n\nText.\n")]
    [InlineData("Rubriken\n---\n\nText.\n")]
    [InlineData("Rubriken\n\nText.\n")]
    [InlineData("\n\n  Rubriken\nText.\n")]
    [InlineData("---\ntitle: Rubriken\n---\nText.\n")]
    [InlineData("---\ntitle: Rubriken\n---\n\n# Rubriken\n\nText.\n")]
    [InlineData("---\ntitle: Rubriken\n---\nRubriken\n======\nText.\n")]
    [InlineData("---\nauthor: A\n---\n# *Rubriken*\n\nText.\n")]
    [InlineData("Text.\n\n# Rubriken\n")]
    public void The_title_is_found_and_removed_from_the_text(string text)
    {
        var manuscript = Read(text);

        Assert.Equal("Rubriken", manuscript.Title);
        Assert.DoesNotContain("Rubriken", manuscript.Body, StringComparison.Ordinal);
        Assert.Equal("Text.", manuscript.Lead);
    }

    [Fact]
    public void A_heading_that_is_not_the_title_stays()
    {
        var manuscript = Read("---\ntitle: Rubriken\n---\n## En annan\n\nText.\n");

        Assert.Contains("## En annan", manuscript.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# \"Kajen\" -- vår...", "”Kajen” – vår…")]
    [InlineData("# Kajen & [bron](https://x.se) `nu`", "Kajen & bron nu")]
    [InlineData("# 1. Bakgrund", "1. Bakgrund")]
    [InlineData("# 2030. En vision", "2030. En vision")]
    [InlineData("2030. En vision\n\nText", "2030. En vision")]
    [InlineData("# C# och F#", "C# och F#")]
    [InlineData("# > 100 nya bostäder", "> 100 nya bostäder")]
    public void A_title_is_plain_text(string text, string title) => Assert.Equal(title, Read(text + "\n").Title);

    [Theory]
    [InlineData("artiklar/2019-10-05-x.md", "---\ndate: 2026-01-02\n---\n", "2026-01-02")]
    [InlineData("artiklar/2019-10-05-x.md", "", "2019-10-05")]
    [InlineData("artiklar/2019/x.md", "", "2018-03-04")]
    public void The_date_is_the_settings_or_the_name_s_or_the_text_s(string path, string settings, string date)
    {
        var manuscript = Read(settings + "# Rubriken\n\n2018-03-04 Under kvällen hände det.\n", path);

        Assert.StartsWith(date, manuscript.Date!.Value.ToString("yyyy-MM-dd", null), StringComparison.Ordinal);
        Assert.EndsWith("Under kvällen hände det.", manuscript.Lead, StringComparison.Ordinal);
        Assert.Equal(date != "2018-03-04", manuscript.Lead.StartsWith("2018-03-04", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_date_it_is_the_file_s_creation() =>
        Assert.Equal(Some.Now, Read("# Rubriken\n\nText.\n", "artiklar/x.md").Date);

    [Fact]
    public void A_date_before_a_list_leaves_the_list_alone()
    {
        var reading = Some.Reading("# Rubriken\n\n2019-10-05\n\n- ett\n- två\n", "artiklar/x.md");

        Assert.Equal(2, reading.Text!.ToHtml().Split("<li>").Length - 1);
    }

    [Theory]
    [InlineData("artiklar/2019-10-05-Höstmöte.md", "", "/2019/10/hostmote/")]
    [InlineData("artiklar/a/b/2019-10-05-x.md", "", "/2019/10/x/")]
    [InlineData("artiklar/2019-10-05-x.md", "slug: Något annat", "/2019/10/nagot-annat/")]
    [InlineData("artiklar/2019-10-05-x.md", "date: 2020-01-02", "/2020/01/x/")]
    [InlineData("artiklar/2019-10-05.md", "", "/2019/10/2019-10-05/")]
    [InlineData("artiklar/x.md", "date: 2019-10-31T23:30:00Z", "/2019/11/x/")]
    [InlineData("artiklar/2026-3-4-x.md", "", "/2026/03/x/")]
    [InlineData("artiklar/20260305-x.md", "", "/2026/03/x/")]
    [InlineData("artiklar/2026_03_06 x.md", "", "/2026/03/x/")]
    [InlineData("artiklar/2026.03.08 x.md", "", "/2026/03/x/")]
    [InlineData("artiklar/2019-10-05-Höstmöte/index.md", "", "/2019/10/hostmote/")]
    [InlineData("artiklar/2019/Höstmöte/Index.md", "date: 2019-10-05", "/2019/10/hostmote/")]
    [InlineData("artiklar/2019-10-05-x/index.md", "slug: y", "/2019/10/y/")]
    [InlineData("artiklar/index.md", "date: 2019-10-05", "/2019/10/index/")]
    [InlineData("sidor/om/index.md", "", "/om/")]
    [InlineData("sidor/om/priser/index.md", "slug: avgifter", "/om/avgifter/")]
    [InlineData("sidor/index.md", "", "/index/")]
    [InlineData("sidor/om.md", "", "/om/")]
    [InlineData("sidor/Om oss/Våra priser.md", "", "/om-oss/vara-priser/")]
    [InlineData("sidor/om.md", "slug: om-oss", "/om-oss/")]
    public void The_address_comes_from_date_and_name(string path, string settings, string url) =>
        Assert.Equal(url, Read($"---\n{settings}\n---\n# Rubriken\n", path).Page.Url);

    [Fact]
    public void The_lead_is_the_first_paragraph_without_a_picture()
    {
        var manuscript = Read(
            "# Rubriken\n\n![Hamnen](/bilder/hamn.jpg)\n\nEn *viktig* [sak](https://x.se)\npå två rader.\n\nMer.\n");

        Assert.Equal(("En viktig sak på två rader.", true), (manuscript.Lead, manuscript.LeadIsInBody));
    }

    [Fact]
    public void The_lead_of_the_settings_comes_first()
    {
        var manuscript = Read("---\nlead: >\n  Kort om\n  saken.\n---\n# Rubriken\n\nText.\n");

        Assert.Equal(("Kort om saken.", false), (manuscript.Lead, manuscript.LeadIsInBody));
    }

    [Fact]
    public void A_long_lead_is_cut_between_words()
    {
        var lead = Read("# Rubriken\n\n" + string.Concat(Enumerable.Repeat("många ord ", 100)) + "\n").Lead;

        Assert.InRange(lead.Length, 480, Manuscript.MostLeadCharacters);
        Assert.EndsWith("d…", lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_is_not_cut_inside_a_character()
    {
        var lead = Read("# Rubriken\n\n" + string.Concat(Enumerable.Repeat("🌊", 300)) + "\n").Lead;

        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(lead)));
    }

    [Fact]
    public void The_other_settings_are_read()
    {
        var manuscript = Read(
            """
            ---
            title: Rubriken
            updated: 2019-11-01 12:00
            author: Eva  Ström
            tags: [Skola, skola, "Vård, Omsorg"]
            image: ../../bilder/hamn.jpg
            image_alt: Hamnen
            aliases: [/nyheter/gammal/, /2018/x, /nyheter/sida.html]
            lang: en-GB
            ---
            Text.
            """);

        Assert.Equal("2019-11-01 12:00 +01:00", manuscript.Updated!.Value.ToString("yyyy-MM-dd HH:mm zzz", null));
        Assert.Equal("Eva Ström", manuscript.Author);
        Assert.Equal(["Skola", "Vård", "Omsorg"], manuscript.Topics.Select(t => t.Name));
        Assert.Equal(("/bilder/hamn.jpg", "Hamnen"), (manuscript.Image, manuscript.ImageAlt));
        Assert.Equal(["bilder/hamn.jpg"], manuscript.Assets.Select(a => a.Value));
        Assert.Equal(["/nyheter/gammal/", "/2018/x/", "/nyheter/sida.html"], manuscript.Aliases.Select(a => a.Url));
        Assert.Equal("en-GB", manuscript.Language);
        Assert.False(manuscript.IsDraft);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("ja", true)]
    [InlineData("false", false)]
    [InlineData("nej", false)]
    public void A_draft_is_marked_as_one(string value, bool isDraft) =>
        Assert.Equal(isDraft, Read(Some.ArticleWith("draft: " + value)).IsDraft);

    [Fact]
    public void The_text_hash_changes_only_with_what_readers_read()
    {
        var text = Read(Some.ArticleWith("tags: a")).HashOfText();

        Assert.Equal(text, Read(Some.ArticleWith("tags: b\nauthor: A")).HashOfText());
        Assert.NotEqual(text, Read(Some.ArticleWith("tags: a", title: "En annan")).HashOfText());
        Assert.NotEqual(text, Read(Some.ArticleWith("tags: a", text: "En annan.")).HashOfText());
        Assert.NotEqual(text, Read(Some.ArticleWith("lead: En annan")).HashOfText());
        var withPicture = Some.ArticleWith("image: /bilder/x.jpg\nimage_alt: X");
        Assert.Equal(text, Read(withPicture).HashOfText());
        Assert.NotEqual(text, Read(withPicture.Replace("_alt: X", "_alt: X\nbildtext: X")).HashOfText());
        Assert.NotEqual(text, Read(withPicture.Replace("_alt: X", "_alt: X\nfotograf: X")).HashOfText());
    }

    private static Manuscript Read(string text, string? path = null)
    {
        var reading = Some.Reading(text, path);
        Assert.DoesNotContain(reading.Diagnostics, r => r.Severity == Severity.Refusal);
        return reading.Manuscript!;
    }
}
