using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Engine;

public class PublicationScheduleTests
{
    private const string Path = "artiklar/kajen.md";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public PublicationScheduleTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task What_is_to_come_is_told_soonest_first_and_on_no_page()
    {
        _site.Upload("artiklar/a.md", Some.ArticleWith("date: 2026-06-01", "Junibrev"));
        _site.Upload("artiklar/b.md", Some.ArticleWith("date: 2026-05-05 18:30", "Imorgon"));
        await _site.SettleAsync();

        Assert.DoesNotContain(_site.Pages.Keys, p => p.StartsWith("2026/", StringComparison.Ordinal));
        Assert.Equal(
            [("Imorgon", new DateTimeOffset(2026, 5, 5, 18, 30, 0, TimeSpan.FromHours(2))),
             ("Junibrev", new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(2)))],
            (await ScheduledAsync()).Select(s => (s.Title, s.Date)));
    }

    [Theory]
    [InlineData("2026-05-05", 13 * 60 * 60 + 59 * 60 + 59, false)] // Midnight is fourteen hours away.
    [InlineData("2026-05-05", 14 * 60 * 60, true)]
    [InlineData("2026-05-04 10:00", 0, true)]
    [InlineData("2026-05-04 10:01", 59, false)]
    [InlineData("2026-05-04T10:00:00Z", 2 * 60 * 60 - 1, false)]
    [InlineData("2026-05-04T10:00:00Z", 2 * 60 * 60, true)]
    public async Task It_goes_live_at_its_time_by_the_site_s_clock(string date, int seconds, bool isLive)
    {
        _site.Upload(Path, Some.ArticleWith("date: " + date));
        await _site.SettleAsync();
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        await _site.PublishDueAsync();

        Assert.Equal(isLive, _site.Pages.ContainsKey("2026/05/kajen/index.html"));
        Assert.Equal(isLive ? "published" : "scheduled", _site.Storage.Content.Blobs[Path].Tags["state"]);
        Assert.Equal(isLive ? [] : [Path], (await ScheduledAsync()).Select(s => s.Path.Value));
    }

    [Fact]
    public async Task One_that_is_deleted_or_made_a_draft_never_goes_live()
    {
        _site.Upload(Path, Some.ArticleWith("date: 2026-05-05"));
        _site.Upload("artiklar/b.md", Some.ArticleWith("date: 2026-05-05"));
        await _site.SettleAsync();
        _site.Delete(Path);
        _site.Upload("artiklar/b.md", Some.ArticleWith("date: 2026-05-05\ndraft: true"));
        await _site.SettleAsync();
        _clock.Advance(TimeSpan.FromDays(2));

        await _site.PublishDueAsync();

        Assert.DoesNotContain(_site.Pages.Keys, p => p.StartsWith("2026/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_changed_before_it_went_live_is_not_Uppdaterad()
    {
        _site.Upload(Path, Some.ArticleWith("date: 2026-05-05"));
        await _site.SettleAsync();
        _site.Upload(Path, Some.ArticleWith("date: 2026-05-05", text: "En annan text."));
        await _site.SettleAsync();
        _clock.Advance(TimeSpan.FromDays(2));

        await _site.PublishDueAsync();

        Assert.Equal(PublishChange.Published, _site.Outcomes.Last(o => o.Change != PublishChange.Unchanged).Change);
        Assert.DoesNotContain("Uppdaterad", _site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<ScheduledArticle>> ScheduledAsync() =>
        (await _site.Engine.Status.ReadAsync(default)).Scheduled;
}
