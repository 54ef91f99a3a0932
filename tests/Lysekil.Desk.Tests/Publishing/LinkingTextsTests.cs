using System.Globalization;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.Publishing;

/// <summary>What links to a page is said before an action takes the page away.</summary>
public sealed class LinkingTextsTests : IAsyncLifetime
{
    private DeskSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await DeskSite.StartAsync();
        await _site.UploadAsync(Some.Path, Some.Article());
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("avpublicera", "", "12 texter länkar till sidan. De länkarna slutar fungera.")]
    [InlineData("radera", "", "12 texter länkar till sidan. De länkarna slutar fungera.")]
    [InlineData(
        "flytta",
        "?varde=artiklar/2026-05-03-bron.md",
        "12 texter länkar till sidan. Länkarna leder rätt också efteråt.")]
    [InlineData(
        "flytta",
        "?varde=artiklar/utkast/2026-05-03-kajen.md",
        "12 texter länkar till sidan. De länkarna slutar fungera.")]
    public async Task An_action_counts_the_texts_and_names_the_first_ten(string action, string query, string sentence)
    {
        await LinkAsync(12);

        var page = await PageAsync(action, query);

        var lines = page.QuerySelectorAll(".linking li");
        Assert.Equal(sentence, page.QuerySelector(".linking")!.PreviousElementSibling!.TextContent);
        Assert.Equal(11, lines.Length);
        Assert.Equal("Länk 0 /2026/05/00/", lines[0].TextContent);
        Assert.Equal("/desk/fil/artiklar/2026-05-04-00.md", lines[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("och 2 till", lines[10].TextContent);
    }

    [Fact]
    public async Task A_single_text_is_named_as_one_and_no_longer_once_it_does_not_link()
    {
        await LinkAsync(1);
        Assert.StartsWith(
            "En text länkar till sidan.",
            (await PageAsync("radera")).QuerySelector(".linking")!.PreviousElementSibling!.TextContent,
            StringComparison.Ordinal);

        await _site.UploadAsync("artiklar/2026-05-04-00.md", Some.Article("Länk 0"));
        Assert.Null((await PageAsync("radera")).QuerySelector(".linking"));
    }

    [Theory]
    [InlineData("publicera")]
    [InlineData("schemalagg")]
    public async Task An_action_that_takes_no_page_away_names_none(string action)
    {
        await LinkAsync(1);

        Assert.Null((await PageAsync(action)).QuerySelector(".linking"));
    }

    private Task<IHtmlDocument> PageAsync(string action, string query = "") =>
        _site.As(DeskRole.Publisher).PageAsync($"/desk/atgard/{action}/{Some.Path}{query}");

    private async Task LinkAsync(int texts)
    {
        for (var number = 0; number < texts; number++)
        {
            _site.Site.Upload(
                string.Create(CultureInfo.InvariantCulture, $"artiklar/2026-05-04-{number:00}.md"),
                Some.Article($"Länk {number}", "Mer om [kajen](/2026/05/kajen/)."));
        }

        await _site.Site.SettleAsync();
    }
}
