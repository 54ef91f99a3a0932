using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Messaging;

/// <summary>An article with a later date goes live by its alarm alone: the minute's timer never runs here.</summary>
public class PublicationAlarmTests
{
    private const string Path = "artiklar/kajen.md";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public PublicationAlarmTests() => _site = new SimulatedSite(_clock);

    private bool IsLive => _site.Pages.ContainsKey("2026/05/kajen/index.html");

    private IEnumerable<SimulatedMessage> Alarms => _site.Storage.ContentEvents.Messages;

    [Theory]
    [InlineData("2026-05-04 10:00:01", 1)]
    [InlineData("2026-05-04T10:00:07.3", 8)] // Queues delay by whole seconds: rounded up.
    [InlineData("2026-05-04 23:30", 13.5 * 60 * 60)]
    [InlineData("2026-05-11 10:00", 7 * 24 * 60 * 60)]
    public async Task An_article_goes_live_at_its_time_and_not_a_second_earlier(string date, double seconds)
    {
        await UploadAsync("date: " + date);

        await WaitAsync(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(IsLive);

        await WaitAsync(TimeSpan.FromSeconds(1));
        Assert.True(IsLive);
        Assert.Empty(Alarms);
    }

    [Fact]
    public async Task Beyond_the_queue_s_seven_days_the_alarm_is_set_again_once_a_week()
    {
        await UploadAsync("date: 2026-05-25 18:30:20");
        for (var week = 1; week <= 3; week++)
        {
            Assert.Equal(TimeSpan.FromDays(7), Assert.Single(Alarms).ShowsAt - _clock.GetUtcNow());
            await WaitAsync(PublicationAlarm.Longest);
            Assert.False(IsLive);
        }

        await WaitAsync(TimeSpan.FromSeconds((8.5 * 60 * 60) + 19));
        Assert.False(IsLive);
        await WaitAsync(TimeSpan.FromSeconds(1));
        Assert.True(IsLive);
    }

    [Theory]
    [InlineData("date: 2026-05-05 12:00", 26)]
    [InlineData("date: 2026-05-04 18:00", 8)]
    public async Task A_date_that_is_moved_counts_and_the_old_one_does_not(string settings, int hours)
    {
        await UploadAsync("date: 2026-05-05 10:00");
        await UploadAsync(settings);

        await WaitAsync(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        Assert.False(IsLive);
        await WaitAsync(TimeSpan.FromSeconds(1));
        Assert.True(IsLive);

        await WaitAsync(TimeSpan.FromDays(2));
        Assert.Empty(Alarms);
    }

    [Theory]
    [InlineData("date: 2026-05-05\ndraft: true")]
    [InlineData("date: nästa vecka")]
    public async Task A_cancelled_article_stays_away(string settings)
    {
        await UploadAsync("date: 2026-05-05");
        await UploadAsync(settings);

        await WaitAsync(TimeSpan.FromDays(2));

        Assert.False(IsLive);
        Assert.Empty(Alarms);
    }

    [Fact]
    public async Task A_deleted_article_stays_away()
    {
        await UploadAsync("date: 2026-05-05");
        _site.Delete(Path);

        await WaitAsync(TimeSpan.FromDays(2));

        Assert.False(IsLive);
        Assert.Empty(Alarms);
    }

    [Fact]
    public async Task Events_that_come_again_and_new_versions_of_the_same_date_set_no_more_alarms()
    {
        for (var i = 0; i < 5; i++)
        {
            await UploadAsync("date: 2026-05-25", $"Text {i}.");
            _site.Announce(Path);
            await _site.SettleAsync();
            await _site.Engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(Path)), 2), default);
        }

        Assert.Single(Alarms);
    }

    [Fact]
    public async Task An_alarm_that_comes_twice_is_set_again_at_most_twice()
    {
        await UploadAsync("date: 2026-05-25");
        _clock.Advance(PublicationAlarm.Longest);
        var alarm = Assert.Single(Alarms).Text;
        await _site.Storage.ContentEvents.SendAsync(alarm, TimeSpan.Zero, default);

        await _site.SettleAsync();

        Assert.Equal([alarm, alarm], Alarms.Select(a => a.Text));
    }

    [Fact]
    public async Task An_instance_whose_clock_is_behind_sets_the_alarm_again()
    {
        await UploadAsync("date: 2026-05-04 10:01");
        var behind = new PublishingEngine(
            _site.Storage.Site, Some.Clock(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var alarm = _site.Storage.ContentEvents.TryReceive(TimeSpan.FromMinutes(1))!;

        await behind.ContentEvents.HandleAsync(new(alarm.Text, 1), default);
        _site.Storage.ContentEvents.Delete(alarm);

        Assert.Equal(TimeSpan.FromMinutes(1), Assert.Single(Alarms).ShowsAt - _clock.GetUtcNow());
    }

    [Fact]
    public async Task An_article_that_is_not_scheduled_has_no_alarm()
    {
        await UploadAsync("date: 2026-05-04 10:00");

        Assert.True(IsLive);
        Assert.Empty(Alarms);
    }

    private Task UploadAsync(string settings, string text = "Ett stycke om saken.")
    {
        _site.Upload(Path, Some.ArticleWith(settings, text: text));
        return _site.SettleAsync();
    }

    private Task WaitAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return _site.SettleAsync();
    }
}
