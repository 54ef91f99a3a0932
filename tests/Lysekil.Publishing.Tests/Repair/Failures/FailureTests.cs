using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Repair.Failures;

/// <summary>
/// Work that was given up is reported, tried again at growing intervals, and forgotten once it is done.
/// </summary>
public class FailureTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";
    private const string Refresh = $$"""{"page":"{{Page}}"}""";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly Breaking _gate = new();
    private readonly SimulatedSite _site;

    public FailureTests() => _site = new SimulatedSite(_clock, _gate);

    [Fact]
    public async Task A_source_that_was_given_up_is_named_with_its_reason_until_it_is_published()
    {
        _gate.Broken = "Open content";
        _site.Upload(Path, Some.Article("Kajen"));
        await TryAllAsync();

        var failure = Assert.Single((await StatusAsync()).Failures);
        Assert.Equal(
            (Path, "IOException: Öppnar inte.", Some.Now, 0),
            (failure.Work.ToString(), failure.Reason, failure.At, failure.Rounds));
        Assert.Single(_site.Storage.ContentEvents.Poison);

        _gate.Broken = null;
        Assert.Equal(1, (await ReconcileAsync()).Drained);
        await TryAllAsync();

        Assert.Contains("<h1>Kajen</h1>", _site.Pages[Page], StringComparison.Ordinal);
        await ReconcileAsync();
        Assert.Empty((await StatusAsync()).Failures);
        Assert.Empty(_site.Storage.ContentEvents.Poison);
    }

    [Fact]
    public async Task A_page_that_was_given_up_is_named_with_its_reason_until_it_is_rendered()
    {
        await PublishAsync();
        _gate.Broken = "Write $web";
        _site.Storage.Web.Delete(Page);
        await MarkAsync();
        await TryAllAsync();

        var status = await StatusAsync();
        Assert.Equal("/2026/05/kajen/", Assert.Single(status.Failures).Work.ToString());
        Assert.Equal("IOException: Öppnar inte.", status.Failures[0].Reason);

        _gate.Broken = null;
        await ReconcileAsync();
        await TryAllAsync();
        await ReconcileAsync();
        Assert.Contains(Page, _site.Pages.Keys);
        Assert.Empty((await StatusAsync()).Failures);
    }

    [Fact]
    public async Task Work_that_was_given_up_is_tried_again_at_growing_intervals()
    {
        _gate.Broken = "Open content";
        _site.Upload(Path, Some.Article("Kajen"));
        await TryAllAsync();

        var rounds = new List<double>();
        for (var minutes = 0; minutes < 24 * 60; minutes += 10)
        {
            await ReconcileAsync();
            if (_site.Storage.ContentEvents.Messages.Count > 0)
            {
                rounds.Add(minutes);
                await TryAllAsync();
            }

            _clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal([0, 20, 60, 140, 300, 620, 1260], rounds);
        var failure = Assert.Single((await StatusAsync()).Failures);
        Assert.Equal(7, failure.Rounds);
        Assert.Equal(TimeSpan.FromMinutes(1280), failure.NextTry - failure.At);
        Assert.Equal(TimeSpan.FromDays(1), failure.TriedAt(Some.Now).NextTry - Some.Now);
    }

    [Fact]
    public async Task A_source_that_its_editor_corrects_is_published_at_once_and_its_failure_forgotten()
    {
        _gate.Broken = "Open content";
        _site.Upload(Path, Some.Article("Kajen"));
        await TryAllAsync();
        await ReconcileAsync();
        await TryAllAsync();

        _gate.Broken = null;
        _site.Upload(Path, Some.Article("Bryggan"));
        await TryAllAsync();
        Assert.Contains("<h1>Bryggan</h1>", _site.Pages[Page], StringComparison.Ordinal);

        Assert.Equal(1, (await ReconcileAsync()).Drained);
        // The drain restores the outbox entry, since the poisoned message may have failed at any step.
        Assert.Single((await StatusAsync()).Failures);
        _clock.Advance(TimeSpan.FromHours(1));
        await ReconcileAsync();
        await TryAllAsync();
        await ReconcileAsync();
        Assert.Empty((await StatusAsync()).Failures);
    }

    [Fact]
    public async Task Work_whose_hosts_all_crashed_has_an_unknown_reason_and_is_repeated_in_full()
    {
        await PublishAsync();
        _site.Storage.Web.Put(Page, "vad en gång skrevs innan den dog");
        _site.Storage.PageRefreshes.PoisonQueue.Add(Refresh);

        await ReconcileAsync();

        Assert.Equal(FailureReason.Unknown, Assert.Single((await StatusAsync()).Failures).Reason);
        await TryAllAsync();
        Assert.Contains("<h1>Kajen</h1>", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_that_was_given_up_is_continued()
    {
        await PublishAsync();
        _gate.Broken = "Query archive claim:";
        await _site.Engine.Rebuilder.StartAsync(default);
        await TryAllAsync();
        Assert.Equal("rebuild", Assert.Single((await StatusAsync()).Failures).Work.ToString());

        _gate.Broken = null;
        _clock.Advance(TimeSpan.FromMinutes(10));
        await ReconcileAsync();
        await TryAllAsync();
        await ReconcileAsync();

        Assert.True((await StatusAsync()).IsSettled);
        Assert.Empty((await StatusAsync()).Failures);
    }

    [Fact]
    public async Task Work_of_a_message_that_was_sent_without_base64_is_done()
    {
        await PublishAsync();
        _site.Storage.ContentEvents.PoisonQueue.AddBody(
            """
            {
              "type": "Microsoft.Storage.BlobCreated",
              "subject": "/blobServices/default/containers/content/blobs/artiklar/2026-05-01-kajen.md"
            }
            """);
        _site.Storage.PageRefreshes.PoisonQueue.AddBody(Refresh);

        Assert.Equal(2, (await ReconcileAsync()).Drained);

        Assert.Equal(
            ["/2026/05/kajen/", Path],
            (await StatusAsync()).Failures.Select(f => $"{f.Work}").Order(StringComparer.Ordinal));
        await TryAllAsync();
        await ReconcileAsync();
        Assert.Empty((await StatusAsync()).Failures);
    }

    [Fact]
    public async Task A_run_drains_a_bounded_number_of_poisoned_messages_and_deletes_those_that_name_no_work()
    {
        _site.Storage.ContentEvents.PoisonQueue.AddBody("inte base64!");
        _site.Storage.ContentEvents.PoisonQueue.Add("inte JSON");
        _site.Storage.PageRefreshes.PoisonQueue.Add("{}");
        for (var i = 0; i < PoisonDrain.MostMessages; i++)
        {
            _site.Storage.ContentEvents.PoisonQueue.Add(ContentEvent.Publish(new($"artiklar/2026-05-01-{i}.md")));
        }

        Assert.Equal(PoisonDrain.MostMessages + 1, (await ReconcileAsync()).Drained);
        Assert.Equal(2, _site.Storage.ContentEvents.Poison.Count);
        Assert.Equal(2, (await ReconcileAsync()).Drained);
        Assert.Equal(PoisonDrain.MostMessages, (await StatusAsync()).Failures.Count);
    }

    [Fact]
    public async Task A_fault_that_cannot_be_recorded_is_still_thrown()
    {
        _gate.Broken = " archive";

        var fault = await Assert.ThrowsAsync<IOException>(
            () => _site.Engine.PageRefreshes.HandleAsync(new(Refresh, ReceivedMessage.MaxAttempts), default));

        Assert.Equal("Öppnar inte.\nOch en rad till.", fault.Message);
        _gate.Broken = null;
        Assert.Empty((await StatusAsync()).Failures);
    }

    [Fact]
    public async Task Only_the_last_attempt_is_recorded_as_a_failure()
    {
        _gate.Broken = "Find archive stale:page:";
        await Assert.ThrowsAsync<IOException>(
            () => _site.Engine.PageRefreshes.HandleAsync(new(Refresh, ReceivedMessage.MaxAttempts - 1), default));

        Assert.Empty((await StatusAsync()).Failures);
    }

    private Task<StatusReport> StatusAsync() => _site.Engine.Status.ReadAsync(default);

    private Task<ReconcileReport> ReconcileAsync() => _site.Engine.Reconciler.ReconcileSourcesAsync(default);

    private async Task PublishAsync()
    {
        _site.Upload(Path, Some.Article("Kajen"));
        await _site.SettleAsync();
    }

    private async Task MarkAsync()
    {
        await _site.Storage.Index.CommitAsync([SiteIndex.MarkStale(PageKey.Parse(Page)!)], default);
        await _site.Storage.PageRefreshes.SendAsync(Refresh, TimeSpan.Zero, default);
    }

    /// <summary>
    /// Handles messages as the functions host does, until each is done or poisoned. Attempts follow each other at once.
    /// </summary>
    private async Task TryAllAsync()
    {
        while (await TryOneAsync(_site.Storage.ContentEvents, _site.Engine.ContentEvents.HandleAsync)
            || await TryOneAsync(_site.Storage.PageRefreshes, _site.Engine.PageRefreshes.HandleAsync))
        {
        }
    }

    private static async Task<bool> TryOneAsync<T>(
        SimulatedQueue queue, Func<ReceivedMessage, CancellationToken, Task<T>> handle)
    {
        if (queue.TryReceive(TimeSpan.FromMinutes(1)) is not { } message)
        {
            return false;
        }

        try
        {
            await handle(new(message.Text, message.DequeueCount), default);
            queue.Delete(message);
        }
        catch (Exception fault) when (fault is IOException or RefreshFailedException)
        {
            queue.Fail(message, TimeSpan.Zero);
        }

        return true;
    }

    /// <summary>Fails the calls whose text contains these words.</summary>
    private sealed class Breaking : IStorageGate
    {
        public string? Broken { get; set; }

        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
            Broken is { } words && call.ToString().Contains(words, StringComparison.Ordinal)
                ? Task.FromException(new IOException("Öppnar inte.\nOch en rad till."))
                : Task.CompletedTask;

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
    }
}
