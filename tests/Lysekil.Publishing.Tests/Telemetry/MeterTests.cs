using System.Diagnostics.Metrics;
using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Telemetry;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Telemetry;

public sealed class MeterTests : IDisposable
{
    private const string Path = "artiklar/2026-05-01-kajen.md";

    private readonly AsyncLocal<bool> _isOurs = new(); // Other tests run, and measure, at the same time.
    private readonly List<string> _measured = [];
    private readonly MeterListener _listener = new();
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public MeterTests()
    {
        _site = new SimulatedSite(_clock);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PublishingMeter.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    [Fact]
    public async Task Drift_is_counted_by_kind()
    {
        _isOurs.Value = true;
        _site.Storage.Content.Put("artiklar/2026-05-01-a.md", Some.Article("A"));
        _site.Storage.Content.Put("artiklar/2026-05-02-b.md", Some.Article("B"));

        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);

        Assert.Equal(["lysekil.reconcile.drift source 2"], Measured("lysekil.reconcile.drift"));
        Assert.Equal(
            ["lysekil.reconciles sources done 1", "lysekil.reconciles sources done 1"],
            Measured("lysekil.reconciles"));
    }

    [Fact]
    public async Task A_reconcile_that_fails_is_counted_as_failed()
    {
        _isOurs.Value = true;
        var engine = new PublishingEngine(_site.Storage.Through(new Away()), _clock, NullLoggerFactory.Instance);

        await Assert.ThrowsAsync<IOException>(() => engine.Reconciler.ReconcileSourcesAsync(default));
        await Assert.ThrowsAsync<IOException>(() => engine.Reconciler.ReconcilePagesAsync(default));

        Assert.Equal(["lysekil.reconciles sources failed 1", "lysekil.reconciles pages failed 1"], _measured);
    }

    [Fact]
    public async Task A_reconcile_that_is_cancelled_is_not_counted_as_failed()
    {
        _isOurs.Value = true;
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _site.Engine.Reconciler.ReconcileSourcesAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _site.Engine.Reconciler.ReconcilePagesAsync(cancelled));

        Assert.Equal(["lysekil.reconciles sources cancelled 1", "lysekil.reconciles pages cancelled 1"], _measured);
    }

    [Fact]
    public async Task Only_an_upload_is_measured_until_its_page_shows_it()
    {
        await LiveAfterAsync(3, Some.Article("Kajen"));
        await LiveAfterAsync(5, Some.Article("Kajen, igen"));
        Assert.Equal(["lysekil.upload_to_live 3", "lysekil.upload_to_live 5"], Measured("lysekil.upload_to_live"));

        _clock.Advance(TimeSpan.FromHours(1));
        _site.Upload("site.yaml", "title: Ett annat namn\n");
        await _site.SettleAsync();
        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        await _site.SettleAsync();
        Assert.Contains("Ett annat namn", _site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
        Assert.Equal(2, Measured("lysekil.upload_to_live").Count());
    }

    [Fact]
    public async Task A_scheduled_article_is_measured_from_its_date()
    {
        _isOurs.Value = true;
        var date = _clock.GetUtcNow().AddHours(2);
        _site.Upload(Path, $"---\ndate: {date.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}Z\n---\n# Kajen\n");
        await _site.SettleAsync();
        _clock.SetUtcNow(date.AddSeconds(4));
        await _site.Engine.Schedule.PublishDueAsync(default);
        await _site.SettleAsync();

        Assert.Equal(["lysekil.upload_to_live 4"], Measured("lysekil.upload_to_live"));
    }

    [Fact]
    public async Task Sources_and_pages_are_counted_by_outcome()
    {
        await LiveAfterAsync(7, Some.Article("Kajen"));
        Assert.Equal(["lysekil.publishes published 1"], Measured("lysekil.publishes"));
        Assert.Contains("lysekil.refreshes written 1", _measured);
        // The simulated clock stands still until the page is refreshed.
        Assert.All(Measured("lysekil.stale_time"), m => Assert.EndsWith(" 0", m, StringComparison.Ordinal));

        _measured.Clear();
        await LiveAfterAsync(0, Some.Article("Kajen"));
        await LiveAfterAsync(0, "---\ndate: när det blir av\n---\n# Kajen\n");
        Assert.Equal(["lysekil.publishes unchanged 1", "lysekil.publishes refused 1"], Measured("lysekil.publishes"));
    }

    /// <summary>Pages of many sources rest after they were written.</summary>
    [Fact]
    public async Task A_page_that_is_deferred_is_counted()
    {
        await LiveAfterAsync(7, Some.Article("Kajen"));
        _measured.Clear();
        _isOurs.Value = true;
        var resting = new PublishingEngine(_site.Storage.Site, _clock, NullLoggerFactory.Instance);
        _site.Storage.Content.Put("artiklar/2026-05-02-torget.md", Some.Article("Torget"));

        await resting.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new("artiklar/2026-05-02-torget.md")), 1), default);

        Assert.Contains("lysekil.refreshes deferred 1", _measured);
    }

    [Fact]
    public async Task The_wait_of_a_message_is_measured_once_unless_the_message_was_delayed()
    {
        _isOurs.Value = true;
        var message = ContentEvent.Publish(new(Path));
        var refresh = new PageRefreshMessage(PageKey.Front).Write();
        var queued = _clock.GetUtcNow().AddSeconds(-6);

        await _site.Engine.ContentEvents.HandleAsync(new(message, 1, queued), default);
        await _site.Engine.ContentEvents.HandleAsync(new(message, 2, queued), default);
        await _site.Engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(Path), queued), 1, queued), default);
        await _site.Engine.PageRefreshes.HandleAsync(new(refresh, 1, queued), default);
        await _site.Engine.PageRefreshes.HandleAsync(
            new((PageRefreshMessage.Rebuild with { Waits = 2 }).Write(), 1, queued), default);

        Assert.Equal(
            ["lysekil.queue.wait content-events 6", "lysekil.queue.wait page-refreshes 6"],
            Measured("lysekil.queue.wait"));
    }

    [Fact]
    public async Task A_text_is_parsed_once_from_its_upload_to_its_page_and_its_feeds()
    {
        await LiveAfterAsync(1, Some.ArticleWith("tags: [hamn]", text: "Texten om [kajen](/sok/)."));

        Assert.Contains("Texten om", _site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
        Assert.All(
            ["rss.xml", "atom.xml", "feed.json", "amnen/hamn/rss.xml"],
            feed => Assert.Contains("Texten om", _site.Pages[feed], StringComparison.Ordinal));
        Assert.Equal(["lysekil.parses 1"], Measured("lysekil.parses"));

        await LiveAfterAsync(1, Some.ArticleWith("tags: [hamn]", text: "Texten, ändrad."));
        Assert.Equal(2, Measured("lysekil.parses").Count());
    }

    public void Dispose() => _listener.Dispose();

    private async Task LiveAfterAsync(int seconds, string text)
    {
        _isOurs.Value = true;
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(Path, text);
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        await _site.SettleAsync();
    }

    private IEnumerable<string> Measured(string instrument) =>
        _measured.Where(m => m.StartsWith(instrument + " ", StringComparison.Ordinal));

    private void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : struct, IFormattable
    {
        if (_isOurs.Value)
        {
            var values = tags.ToArray().Select(tag => (string?)tag.Value);
            _measured.Add(
                string.Join(' ', [instrument.Name, .. values, value.ToString(null, CultureInfo.InvariantCulture)]));
        }
    }
}
