using AngleSharp.Html.Parser;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

public class TranslationTests
{
    private const string Swedish = "artiklar/2026-05-01-hamnen.md";
    private const string English = "artiklar/2026-05-01-harbour.md";
    private const string SwedishPage = "2026/05/hamnen/index.html";
    private const string EnglishPage = "2026/05/harbour/index.html";

    private readonly StorageTrace _trace = new();
    private readonly SimulatedSite _site;

    public TranslationTests()
    {
        _site = new SimulatedSite(Some.Clock(), _trace);
        _site.Upload("site.yaml", "title: x\nbaseUrl: https://www.exempel.se\n");
    }

    public static TheoryData<bool> Orders => new(true, false);

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Two_texts_that_name_each_other_link_to_each_other_whichever_came_first(bool isSwedishFirst)
    {
        var texts = new[]
        {
            (Swedish, Some.ArticleWith($"translation_of: {English}", "Hamnen")),
            (English, Some.ArticleWith("lang: en\ntranslation_of: 2026-05-01-hamnen.md", "Harbour")),
        };
        foreach (var (path, text) in isSwedishFirst ? texts : [.. texts.Reverse()])
        {
            await PublishAsync(path, text);
        }

        string[] both = ["sv https://www.exempel.se/2026/05/hamnen/", "en https://www.exempel.se/2026/05/harbour/"];
        Assert.Equal(both, Alternates(SwedishPage));
        Assert.Equal(both.Reverse(), Alternates(EnglishPage));
    }

    [Fact]
    public async Task A_text_that_moves_or_goes_changes_the_page_of_the_other()
    {
        await PublishBothAsync();

        await PublishAsync(English, Some.ArticleWith($"slug: port\nlang: en\ntranslation_of: {Swedish}", "Harbour"));
        Assert.Contains("en https://www.exempel.se/2026/05/port/", Alternates(SwedishPage));
        _site.Delete(English);
        await _site.SettleAsync();
        Assert.Empty(Alternates(SwedishPage));
    }

    [Theory]
    [InlineData("lang: en")]
    [InlineData("lang: sv\ntranslation_of: " + Swedish)]
    [InlineData("translation_of: " + Swedish)]
    [InlineData("draft: true\nlang: en\ntranslation_of: " + Swedish)]
    public async Task A_text_that_does_not_name_the_other_back_in_another_language_is_no_translation(string settings)
    {
        await PublishBothAsync();

        await PublishAsync(English, Some.ArticleWith(settings, "Harbour"));

        Assert.Empty(Alternates(SwedishPage));
    }

    [Fact]
    public async Task Standing_pages_are_translated_too()
    {
        await PublishAsync("sidor/om.md", "---\ntranslation_of: sidor/about.md\n---\n# Om oss\n\nText.\n");
        await PublishAsync("sidor/about.md", "---\nlang: en\ntranslation_of: /sidor/om.md\n---\n# About\n\nText.\n");

        Assert.Equal(
            ["sv https://www.exempel.se/om/", "en https://www.exempel.se/about/"], Alternates("om/index.html"));
    }

    /// <summary>R5: the text's own look-up, which its page and the follow-up share.</summary>
    [Fact]
    public async Task A_translation_is_looked_up_once()
    {
        await PublishBothAsync();
        _trace.Clear();

        await PublishAsync(Swedish, Some.ArticleWith($"translation_of: {English}", "Hamnen", "Ny text."));

        Assert.Single(_trace.Calls, c => c.Key == "source:artiklar|2026-05-01-harbour.md");
    }

    [Theory]
    [InlineData("https://www.exempel.se/en/")]
    [InlineData("bilder/hamn.png")]
    [InlineData(Swedish)]
    public async Task What_is_no_other_text_is_told_and_left_out(string value)
    {
        await PublishAsync(Swedish, Some.ArticleWith($"translation_of: {value}", "Hamnen"));

        var told = Assert.Single(_site.Outcomes[^1].Diagnostics);
        Assert.Equal((Severity.Warning, "value", 2), (told.Severity, told.Code, told.Line!.Value));
        Assert.Contains(SwedishPage, _site.Pages.Keys);
    }

    [Fact]
    public void More_than_three_are_told_and_the_rest_left_out()
    {
        var reading = Some.Reading(Some.ArticleWith("translation_of: [a.md, b.md, c.md, d.md, a.md]"));

        Assert.Equal(3, reading.Manuscript!.TranslationOf.Count);
        Assert.Equal(
            "Inställningen translation_of har fler än 3 texter; de övriga används inte.",
            Assert.Single(reading.Diagnostics).Message);
    }

    private async Task PublishBothAsync()
    {
        await PublishAsync(Swedish, Some.ArticleWith($"translation_of: {English}", "Hamnen"));
        await PublishAsync(English, Some.ArticleWith($"lang: en\ntranslation_of: {Swedish}", "Harbour"));
        Assert.Equal(2, Alternates(SwedishPage).Count);
    }

    private List<string> Alternates(string page) =>
    [
        .. new HtmlParser().ParseDocument(_site.Pages[page]).QuerySelectorAll("link[hreflang]")
            .Select(l => $"{l.GetAttribute("hreflang")} {l.GetAttribute("href")}"),
    ];

    private Task PublishAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
