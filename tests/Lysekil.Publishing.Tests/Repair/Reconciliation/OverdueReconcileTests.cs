using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Repair.Reconciliation;

/// <summary>Timers may stop for good. Then messages start what the timers no longer do.</summary>
public class OverdueReconcileTests
{
    private const string Lost = "artiklar/2026-05-01-kajen.md";
    private const string LostPage = "2026/05/kajen/index.html";

    private static readonly TimeSpan Overdue = new PublishingOptions().ReconcileOverdueAfter!.Value;

    /// <summary>An event of a source that does not exist.</summary>
    private static readonly string Message = ContentEvent.Publish(new("artiklar/2026-05-02-bryggan.md"));

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly StorageTrace _trace = new();
    private readonly SimulatedSite _site;

    public OverdueReconcileTests() => _site = new SimulatedSite(_clock, _trace, overdueAfter: Overdue);

    public static TheoryData<string> Messages =>
    [
        Message,
        new PageRefreshMessage(PageKey.Front).Write(),
        PageRefreshMessage.Rebuild.Write(),
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Every_kind_of_message_starts_a_reconcile_that_is_overdue(string message)
    {
        await ReconciledAsync();
        _site.Storage.Content.Put(Lost, Some.Article("Kajen"));

        _clock.Advance(Overdue - TimeSpan.FromSeconds(1));
        await HandleAsync(message);
        Assert.DoesNotContain(LostPage, _site.Pages.Keys);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await HandleAsync(message);
        Assert.Contains(LostPage, _site.Pages.Keys);
        Assert.Equal(
            new ReconcileStarter(ReconcileStarter.Message, EngineVersion.Current),
            (await _site.Engine.Status.ReadAsync(default)).ReconcileStart!.Starter);
    }

    [Fact]
    public async Task No_message_starts_one_while_the_timer_fires()
    {
        await ReconciledAsync();
        for (var i = 0; i < 12; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(10));
            await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
            await HandleAsync(Message);
        }

        Assert.Equal(
            new ReconcileStarter(ReconcileStarter.Timer, EngineVersion.Current),
            (await _site.Engine.Status.ReadAsync(default)).ReconcileStart!.Starter);
    }

    [Fact]
    public async Task A_site_that_was_never_reconciled_counts_from_its_first_message()
    {
        await HandleAsync(Message);
        _site.Storage.Content.Put(Lost, Some.Article("Kajen"));

        await HandleAsync(Message);
        Assert.DoesNotContain(LostPage, _site.Pages.Keys);

        _clock.Advance(Overdue);
        await HandleAsync(Message);
        Assert.Contains(LostPage, _site.Pages.Keys);
    }

    [Fact]
    public async Task Of_many_instances_one_runs_it()
    {
        await ReconciledAsync();
        _clock.Advance(Overdue);
        _trace.Clear();
        var engines = Enumerable.Range(0, 8).Select(_ => new PublishingEngine(
            _site.Storage.Through(new Counting(_trace)), _clock, NullLoggerFactory.Instance));

        await Task.WhenAll(engines.Select(e => e.ContentEvents.HandleAsync(new(Message, 1), default)));

        Assert.Single(_trace.Calls, c => c is { Service: "content", Operation: StorageOperation.List });
    }

    [Fact]
    public async Task A_scheduled_article_whose_alarm_was_lost_is_published_with_it()
    {
        await ReconciledAsync();
        _site.Upload("artiklar/kajen.md", Some.ArticleWith("date: 2026-05-05"));
        await _site.SettleAsync();
        foreach (var alarm in _site.Storage.ContentEvents.Messages)
        {
            _site.Storage.ContentEvents.Delete(alarm);
        }

        _clock.Advance(TimeSpan.FromDays(2));
        await HandleAsync(Message);

        Assert.Contains(LostPage, _site.Pages.Keys);
    }

    /// <summary>
    /// The process's first message reads when the last one began. Until the next is overdue, none does.
    /// </summary>
    [Fact]
    public async Task A_message_costs_no_call_more_except_the_first_of_its_process()
    {
        await ReconciledAsync();
        var engine = new PublishingEngine(_site.Storage.Through(_trace), _clock, NullLoggerFactory.Instance);
        var calls = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            _trace.Clear();
            await engine.PageRefreshes.HandleAsync(new(new PageRefreshMessage(PageKey.Rss).Write(), 1), default);
            calls.Add(_trace.Calls.Count(c => c.Key.StartsWith(IndexKeys.Reconciles, StringComparison.Ordinal)));
        }

        Assert.Equal([1, 0, 0], calls);
    }

    [Fact]
    public async Task A_message_whose_work_is_done_does_not_fail_with_the_reconcile()
    {
        await ReconciledAsync();
        _clock.Advance(Overdue);
        _site.Storage.Content.Put(Lost, Some.Article("Kajen"));
        var storage = _site.Storage.Site with { Content = new Listings(_site.Storage.Content) { Left = 0 } };
        var engine = new PublishingEngine(storage, _clock, NullLoggerFactory.Instance);

        var outcome = Assert.Single(
            await engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(Lost)), 1), default));

        Assert.Equal(LostPage, outcome.Page!.Value);
    }

    [Fact]
    public async Task The_status_tells_how_old_the_last_one_is_whichever_way_it_was_started()
    {
        await ReconciledAsync();
        _clock.Advance(Overdue);
        Assert.Equal(Overdue, (await _site.Engine.Status.ReadAsync(default)).ReconcileAge);

        await HandleAsync(Message);
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(TimeSpan.FromMinutes(3), (await _site.Engine.Status.ReadAsync(default)).ReconcileAge);
    }

    private async Task ReconciledAsync()
    {
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();
    }

    private async Task HandleAsync(string message)
    {
        if (ContentEvent.Read(message) is not null)
        {
            await _site.Engine.ContentEvents.HandleAsync(new(message, 1), default);
        }
        else
        {
            await _site.Engine.PageRefreshes.HandleAsync(new(message, 1), default);
        }

        await _site.SettleAsync();
    }

    /// <summary>Lets other instances act before each call, and traces it.</summary>
    private sealed class Counting(StorageTrace trace) : IStorageGate
    {
        public async Task BeforeAsync(StorageCall call, CancellationToken cancellation) => await Task.Yield();

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) =>
            trace.AfterAsync(call, cancellation);
    }
}
