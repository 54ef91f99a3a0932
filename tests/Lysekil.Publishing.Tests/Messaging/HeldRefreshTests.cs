using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Messaging;

/// <summary>A publish refreshes the pages that show its source itself. Its messages are its safety net.</summary>
public class HeldRefreshTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly Breaking _gate = new();
    private readonly SimulatedSite _site;

    public HeldRefreshTests() => _site = new SimulatedSite(_clock, _gate);

    [Fact]
    public async Task After_a_publish_all_pages_show_the_article_and_no_message_is_left()
    {
        await BuiltAsync();

        await PublishAsync(_site.Engine, "Kajen");

        Assert.All(
            ["2026/05/kajen/index.html", "index.html", "nyhetsarkiv/2026/05/index.html", "rss.xml", "feed.json"],
            page => Assert.Contains("Kajen", _site.Pages[page], StringComparison.Ordinal));
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
        Assert.Empty(_site.Storage.ContentEvents.Messages);
        Assert.Empty(_site.Storage.PageRefreshes.Messages);
    }

    [Fact]
    public async Task A_page_that_fails_is_left_to_the_message_which_then_shows()
    {
        await BuiltAsync();
        _gate.Broken = "rss.xml";

        await PublishAsync(_site.Engine, "Kajen"); // It is done, and does not fail.

        Assert.Contains("Kajen", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("Kajen", _site.Pages["rss.xml"], StringComparison.Ordinal);
        var held = Assert.Single(_site.Storage.ContentEvents.Messages);
        Assert.Equal(_clock.GetUtcNow() + HeldRefresh.Time, held.ShowsAt);
        Assert.True(PageRefreshMessage.Read(held.Text)!.Force);

        _gate.Broken = null;
        _clock.Advance(HeldRefresh.Time);
        await _site.SettleAsync();
        Assert.Contains("Kajen", _site.Pages["rss.xml"], StringComparison.Ordinal);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    [Fact]
    public async Task Pages_that_rest_have_messages_in_the_queue_of_publishes_so_that_no_other_function_starts()
    {
        await BuiltAsync();
        var engine = new PublishingEngine(_site.Storage.Site, _clock, NullLoggerFactory.Instance);
        await PublishAsync(engine, "Kajen");
        _clock.Advance(TimeSpan.FromSeconds(1));

        await PublishAsync(engine, "Bryggan");

        Assert.Contains("Kajen", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.Empty(_site.Storage.PageRefreshes.Messages);
        _clock.Advance(TimeSpan.FromSeconds(2));
        var deferred = _site.Storage.ContentEvents.Messages;
        Assert.NotEmpty(deferred);
        foreach (var message in deferred)
        {
            await engine.ContentEvents.HandleAsync(new(message.Text, 1), default);
        }

        Assert.Contains("Bryggan", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.Empty(_site.Storage.PageRefreshes.Messages);
    }

    [Fact]
    public async Task One_that_fails_each_time_is_recorded_and_refreshed_by_a_reconcile()
    {
        await BuiltAsync();
        _gate.Broken = "rss.xml";
        await PublishAsync(_site.Engine, "Kajen");
        var held = Assert.Single(_site.Storage.ContentEvents.Messages);
        _site.Storage.ContentEvents.Delete(held);
        _site.Storage.ContentEvents.PoisonQueue.Add(held.Text);

        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);

        var failures = (await _site.Engine.Status.ReadAsync(default)).Failures;
        Assert.Contains(failures, f => f.Work is WorkItem.Refreshing { Page: var page } && page == PageKey.Rss);
        _gate.Broken = null;
        await _site.SettleAsync();
        Assert.Contains("Kajen", _site.Pages["rss.xml"], StringComparison.Ordinal);
    }

    private async Task BuiltAsync()
    {
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task PublishAsync(PublishingEngine engine, string title)
    {
        _site.Storage.Content.Put(Path, Some.Article(title));
        await engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(Path)), 1), default);
    }

    /// <summary>Fails each call that names a page.</summary>
    private sealed class Breaking : IStorageGate
    {
        public string? Broken { get; set; }

        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
            call.Service == StorageNames.Web && call.Key == Broken
                ? Task.FromException(new IOException("Trasig."))
                : Task.CompletedTask;

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
    }
}
