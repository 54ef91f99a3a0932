using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>The editor of a text that links to a scheduled article is told when the article goes live.</summary>
public class ScheduledPageTests
{
    private const string Text = "artiklar/2026-05-02-remissen.md";
    private const string Target = "artiklar/kajen.md";
    private const string Url = "/2026/06/kajen/";
    private const string Missing =
        $"Länken till ”{Url}” leder ingenstans: ingen sida på webbplatsen har den adressen.";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public ScheduledPageTests() => _site = new SimulatedSite(_clock);

    [Theory]
    [InlineData(true, Url)]
    [InlineData(false, Url)]
    [InlineData(true, Url + "#avgifter")]
    public async Task The_date_is_told_at_the_line_whichever_file_comes_first(bool isTargetFirst, string link)
    {
        var target = Some.ArticleWith("date: 2026-06-15 18:00");
        await UploadAsync(isTargetFirst ? Target : Text, isTargetFirst ? target : Linking(link));
        await UploadAsync(isTargetFirst ? Text : Target, isTargetFirst ? Linking(link) : target);

        var told = Assert.Single((await _site.Engine.Status.ReadAsync(default)).Diagnosed).Diagnostics;
        Assert.Equal([("scheduled-page", (int?)3)], told.Select(d => (d.Code, d.Line)));
        Assert.Equal([Scheduled("15 juni 2026 kl. 18.00", link)], told.Select(d => d.Message));
        Assert.Contains("ligger ute först den 15 juni 2026 kl. 18.00", _site.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_no_longer_told_once_the_article_is_live()
    {
        await UploadAsync(Target, Some.ArticleWith("date: 2026-06-15"));
        await UploadAsync(Text, Linking(Url));
        Assert.Equal([Scheduled("15 juni 2026")], await MessagesAsync());

        await GoToAsync(new(2026, 6, 15, 0, 1, 0, TimeSpan.FromHours(2)));

        Assert.Contains("2026/06/kajen/index.html", _site.Pages.Keys);
        Assert.Empty(await MessagesAsync());
        Assert.DoesNotContain("Uppdaterad", _site.Pages["2026/05/remissen/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date: 2026-06-20 07:30", "20 juni 2026 kl. 07.30")]
    [InlineData("date: 2026-07-20\nslug: kajen", null)]
    [InlineData("date: 2026-06-15\nslug: bryggan", null)]
    [InlineData("date: 2026-06-15\ndraft: true", null)]
    [InlineData("date: 2026-06-15\nunpublish: 2026-07-01", null)]
    public async Task It_is_told_again_when_the_article_changes(string settings, string? date)
    {
        await UploadAsync(Target, Some.ArticleWith("date: 2026-06-15"));
        await UploadAsync(Text, Linking(Url));

        await UploadAsync(Target, Some.ArticleWith(settings));

        Assert.Equal([date is null ? Missing : Scheduled(date)], await MessagesAsync());
    }

    [Fact]
    public async Task A_page_that_is_gone_until_a_later_date_is_told_so()
    {
        await UploadAsync(Target, Some.ArticleWith("date: 2026-05-01"));
        await UploadAsync(Text, Linking("/2026/05/kajen/"));
        Assert.Empty(await MessagesAsync());

        await UploadAsync(Target, Some.ArticleWith("date: 2026-05-28"));

        Assert.Equal([Scheduled("28 maj 2026", "/2026/05/kajen/")], await MessagesAsync());
    }

    [Fact]
    public async Task Of_several_articles_that_are_scheduled_at_one_page_the_first_counts()
    {
        await UploadAsync(Target, Some.ArticleWith("date: 2026-06-15"));
        await UploadAsync(Text, Linking(Url));
        await UploadAsync("artiklar/b/kajen.md", Some.ArticleWith("date: 2026-06-10"));
        Assert.Equal([Scheduled("10 juni 2026")], await MessagesAsync());

        await DeleteAsync("artiklar/b/kajen.md");
        Assert.Equal([Scheduled("15 juni 2026")], await MessagesAsync());

        await DeleteAsync(Target);
        Assert.Equal([Missing], await MessagesAsync());
    }

    [Fact]
    public async Task A_page_that_another_text_has_meanwhile_is_there()
    {
        await UploadAsync(Target, Some.ArticleWith("date: 2026-06-15"));
        await UploadAsync("sidor/om.md", $"---\naliases: [{Url}]\n---\n# Om\n\nText.\n");
        await UploadAsync(Text, Linking(Url));

        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task The_time_is_told_as_it_is_where_the_site_is()
    {
        await UploadAsync("site.yaml", "title: Nyheter\ntimeZone: Europe/Helsinki\n");
        await UploadAsync(Target, Some.ArticleWith("date: 2026-06-15T10:00:00Z"));
        await UploadAsync(Text, Linking(Url));
        Assert.Equal([Scheduled("15 juni 2026 kl. 13.00")], await MessagesAsync());

        await UploadAsync("site.yaml", "title: Nyheter\n");
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();

        Assert.Equal([Scheduled("15 juni 2026 kl. 12.00")], await MessagesAsync());
    }

    [Fact]
    public async Task Nothing_is_left_of_an_article_that_is_no_longer_scheduled()
    {
        await UploadAsync(Target, Some.ArticleWith("date: 2026-06-15"));
        Assert.True(IsNoted());

        await DeleteAsync(Target);
        Assert.False(IsNoted());
    }

    [Fact]
    public async Task More_articles_than_are_noted_may_be_scheduled_at_one_page()
    {
        for (var i = 0; i <= UrlOwnership.MostClaims; i++)
        {
            _site.Upload($"artiklar/{i:00}/kajen.md", Some.ArticleWith("date: 2026-06-15"));
        }

        await _site.SettleAsync();

        var page = PageKey.FromUrl(Url)!;
        var noted = (await new SiteIndex(_site.Storage.Index).UrlOwnershipAsync(page, default)).Scheduled;
        Assert.Equal(UrlOwnership.MostClaims, noted.Count);
        Assert.All(_site.Storage.Content.Blobs.Values, b => Assert.Equal("scheduled", b.Tags["state"]));

        await GoToAsync(new(2026, 6, 15, 0, 1, 0, TimeSpan.FromHours(2)));
        Assert.Contains("2026/06/kajen/index.html", _site.Pages.Keys);
    }

    private static string Linking(string url) => $"# Remissen\n\nLäs [mer]({url}).\n";

    private static string Scheduled(string date, string url = Url) =>
        $"Länken till ”{url}” leder till en sida som ligger ute först den {date}.";

    private bool IsNoted() =>
        _site.Storage.Index.Rows.Any(r => r.Key == IndexKeys.UrlOwnership(PageKey.FromUrl(Url)!));

    private async Task<IReadOnlyList<string>> MessagesAsync() =>
    [
        .. (await _site.Engine.Status.ReadAsync(default)).Diagnosed
            .Where(s => s.Path.Value == Text)
            .SelectMany(s => s.Diagnostics.Select(d => d.Message)),
    ];

    private async Task GoToAsync(DateTimeOffset moment)
    {
        _clock.SetUtcNow(moment);
        await _site.Engine.Schedule.PublishDueAsync(default);
        await _site.SettleAsync();
    }

    private Task UploadAsync(string path, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, text);
        return _site.SettleAsync();
    }

    private Task DeleteAsync(string path)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Delete(path);
        return _site.SettleAsync();
    }
}
