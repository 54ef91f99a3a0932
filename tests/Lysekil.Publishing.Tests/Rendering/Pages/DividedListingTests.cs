using System.Text.RegularExpressions;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>
/// A month and a topic's year that have more articles than one page lists (decision 0032). Here a page of a month lists
/// three, and one of a topic's year four.
/// </summary>
public partial class DividedListingTests
{
    private static readonly ListLengths Lengths = new(Newest: 2, NewestOfTopic: 2, Month: 3, TopicYear: 4);

    private readonly SimulatedSite _site = NewSite();

    [Fact]
    public async Task A_topic_s_year_leads_to_its_months_and_each_month_lists_its_articles()
    {
        await UploadAsync(_site, "2026-01-10-ett", "2026-01-11-två", "2026-02-01-tre", "2026-04-01-fyra");
        Assert.Contains("Rubrik 2026-01-10-ett", Page("amnen/hamn/2026"), StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Pages, p => p.Key.StartsWith("amnen/hamn/2026/0", StringComparison.Ordinal));

        await UploadAsync(_site, "2026-04-02-fem");

        Assert.Equal(
            ["/amnen/hamn/2026/04/ 2", "/amnen/hamn/2026/02/ 1", "/amnen/hamn/2026/01/ 2"], Parts("amnen/hamn/2026"));
        Assert.DoesNotContain("Rubrik", Page("amnen/hamn/2026"), StringComparison.Ordinal);
        Assert.Equal(["Rubrik 2026-04-02-fem", "Rubrik 2026-04-01-fyra"], Cards("amnen/hamn/2026/04"));
        Assert.Equal(["Rubrik 2026-02-01-tre"], Cards("amnen/hamn/2026/02"));
        Assert.Contains("<title>hamn april 2026", Page("amnen/hamn/2026/04"), StringComparison.Ordinal);
        Assert.Contains("href=\"/amnen/hamn/2026/\"", Page("amnen/hamn/2026/04"), StringComparison.Ordinal);
        Assert.Equal(["/amnen/hamn/2026/ 5"], Parts("amnen/hamn"));
        Assert.Equal(["Rubrik 2026-04-02-fem", "Rubrik 2026-04-01-fyra"], Cards("amnen/hamn"));
    }

    [Fact]
    public async Task A_month_leads_to_its_days_and_each_day_lists_its_articles()
    {
        await UploadAsync(_site, "2026-04-09-ett", "2026-04-09-två", "2026-04-30-tre");
        Assert.Equal(3, Cards("nyhetsarkiv/2026/04").Count());

        await UploadAsync(_site, "2026-04-01-fyra");

        Assert.Equal(
            ["/nyhetsarkiv/2026/04/30/ 1", "/nyhetsarkiv/2026/04/09/ 2", "/nyhetsarkiv/2026/04/01/ 1"],
            Parts("nyhetsarkiv/2026/04"));
        Assert.Equal(
            ["Rubrik 2026-04-09-ett", "Rubrik 2026-04-09-två"], Cards("nyhetsarkiv/2026/04/09").Order());
        Assert.Contains("<title>Nyheter den 9 april 2026", Page("nyhetsarkiv/2026/04/09"), StringComparison.Ordinal);
        Assert.Contains("4 artiklar", Page("nyhetsarkiv/2026"), StringComparison.Ordinal);
        Assert.Contains("Rubrik 2026-04-30-tre", Page("nyhetsarkiv/2026"), StringComparison.Ordinal);
        Assert.DoesNotContain("Rubrik 2026-04-01-fyra", Page("nyhetsarkiv/2026"), StringComparison.Ordinal);
    }

    /// <summary>R3: Whether a listing was divided before does not show.</summary>
    [Fact]
    public async Task A_listing_that_was_divided_is_as_if_it_never_was()
    {
        string[] few = ["2026-04-09-ett", "2026-04-10-två", "2026-03-01-tre"];
        await UploadAsync(_site, [.. few, "2026-04-11-fyra", "2026-04-12-fem"]);
        Assert.Equal(4, Parts("nyhetsarkiv/2026/04").Count());
        _site.Delete("artiklar/2026-04-11-fyra.md");
        _site.Delete("artiklar/2026-04-12-fem.md");
        await _site.SettleAsync();
        var other = NewSite();
        await UploadAsync(other, few);

        Assert.Equal(Listings(other), Listings(_site));
        Assert.Equal(Summaries(other), Summaries(_site));
    }

    /// <summary>All at once or one by one: the pages of a listing are those of its articles.</summary>
    [Fact]
    public async Task The_order_of_the_articles_does_not_matter()
    {
        string[] names =
        [
            .. Enumerable.Range(1, 6).Select(i => $"2026-04-0{i}-a"),
            .. Enumerable.Range(1, 3).Select(i => $"2026-0{i}-03-b"),
        ];
        await UploadAsync(_site, names);
        var other = NewSite();
        foreach (var name in names.Reverse())
        {
            await UploadAsync(other, name);
        }

        Assert.Equal(Listings(other), Listings(_site));
        Assert.Equal(Summaries(other), Summaries(_site));
    }

    [Fact]
    public async Task A_change_and_a_move_reach_the_parts_that_show_the_article_and_no_others()
    {
        await UploadAsync(
            _site, "2026-04-09-ett", "2026-04-10-två", "2026-04-11-tre", "2026-04-12-fyra", "2026-02-01-fem");
        var before = _site.Storage.Web.Blobs.ToDictionary(b => b.Key, b => b.Value.Properties.ETag);

        _site.Upload("artiklar/2026-04-10-två.md", Some.ArticleWith("tags: [hamn]", "Ny rubrik"));
        await _site.SettleAsync();
        Assert.Equal(["Ny rubrik"], Cards("nyhetsarkiv/2026/04/10"));
        Assert.Contains("Ny rubrik", Cards("amnen/hamn/2026/04"));
        Assert.Equal(before["amnen/hamn/2026/02/index.html"], _site.ETagOf("amnen/hamn/2026/02/index.html"));
        Assert.Equal(before["nyhetsarkiv/2026/04/09/index.html"], _site.ETagOf("nyhetsarkiv/2026/04/09/index.html"));

        _site.Upload("artiklar/2026-04-10-två.md", Some.ArticleWith("date: 2026-04-12\ntags: [hamn]", "Ny rubrik"));
        await _site.SettleAsync();
        Assert.DoesNotContain("nyhetsarkiv/2026/04/10/index.html", _site.Pages.Keys);
        Assert.Contains("Ny rubrik", Cards("nyhetsarkiv/2026/04/12"));
    }

    /// <summary>A restore has lost the pages and summaries of parts, or those of the listing.</summary>
    [Theory]
    [InlineData("amnen/hamn/2026/04/index.html", "summary:topic-month:")]
    [InlineData("nyhetsarkiv/2026/04/10/index.html", "summary:day:")]
    [InlineData("amnen/hamn/2026/index.html", "summary:topic-year:")]
    [InlineData("nyhetsarkiv/2026/04/index.html", "summary:")]
    public async Task A_rebuild_restores_what_was_lost(string page, string summaries)
    {
        await UploadAsync(
            _site, "2026-04-09-ett", "2026-04-10-två", "2026-04-11-tre", "2026-04-12-fyra", "2026-02-01-fem");
        var (listings, rows) = (Listings(_site), Summaries(_site));
        _site.Storage.Web.Delete(page);
        await _site.Storage.Index.CommitAsync(
            [
                .. _site.Storage.Index.Rows.Where(r => r.Key.StartsWith(summaries, StringComparison.Ordinal))
                    .Select(r => new RowChange.Delete(r.Key)),
            ],
            default);

        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();

        Assert.Equal(listings, Listings(_site));
        Assert.Equal(rows, Summaries(_site));
    }

    private static SimulatedSite NewSite() => new(Some.Clock(), lengths: Lengths);

    private static async Task UploadAsync(SimulatedSite site, params string[] names)
    {
        foreach (var name in names)
        {
            site.Upload($"artiklar/{name}.md", Some.ArticleWith("tags: [hamn]", $"Rubrik {name}"));
        }

        await site.SettleAsync();
    }

    private static List<KeyValuePair<string, string>> Listings(SimulatedSite site) =>
    [
        .. site.Pages.Where(p => p.Key.StartsWith("nyhetsarkiv/", StringComparison.Ordinal)
                || p.Key.StartsWith("amnen/", StringComparison.Ordinal))
            .Where(p => !p.Key.EndsWith(".xml", StringComparison.Ordinal))
            .OrderBy(p => p.Key, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Summaries(SimulatedSite site) => site.Storage.Index.Rows
        .Where(r => r.Key.StartsWith(IndexKeys.Summaries, StringComparison.Ordinal)
            && !r.Key.StartsWith(IndexKeys.SitemapSummaries, StringComparison.Ordinal))
        .Select(r => r.Key + string.Concat(r.Columns.OrderBy(c => c.Key, StringComparer.Ordinal)));

    private string Page(string folder) => _site.Pages[folder + "/index.html"];

    /// <summary>The links of a page to parts, each with its number of articles.</summary>
    private IEnumerable<string> Parts(string folder) =>
        Part().Matches(Page(folder)).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}");

    /// <summary>The titles of the articles that a page lists.</summary>
    private IEnumerable<string> Cards(string folder) =>
        Card().Matches(Page(folder)).Select(m => m.Groups[1].Value);

    [GeneratedRegex("<li><a href=\"([^\"]*)\">[^<]*</a> <span class=\"count\">([0-9]+)</span></li>")]
    private static partial Regex Part();

    [GeneratedRegex("<h2[^>]*><a [^>]*>([^<]*)</a></h2>")]
    private static partial Regex Card();
}
