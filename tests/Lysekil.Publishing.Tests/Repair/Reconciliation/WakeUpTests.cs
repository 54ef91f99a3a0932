using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Repair.Reconciliation;

/// <summary>A reconcile sends messages for what is owed: several at once, and no longer than its time lasts.</summary>
public class WakeUpTests
{
    private const int Owed = 3 * MessageSender.MostAtOnce;

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedStorage _storage;

    public WakeUpTests() => _storage = new SimulatedStorage(_clock);

    [Fact]
    public async Task Messages_are_sent_at_once_and_no_more_than_a_queue_takes()
    {
        await OweAsync();
        var (events, refreshes) = (new SlowQueue(() => { }), new SlowQueue(() => { }));

        var report = await ReconcileAsync(events, refreshes);

        Assert.Equal(Owed, report.OutboxSources);
        Assert.Equal(Owed * PageRefreshMessage.MostPages, report.StalePages);
        Assert.Equal((Owed, MessageSender.MostAtOnce), (events.Sent, events.MostAtOnce));
        Assert.Equal(MessageSender.MostAtOnce, refreshes.MostAtOnce);
    }

    [Fact]
    public async Task A_run_whose_time_is_used_leaves_the_rest_to_the_next()
    {
        await OweAsync();
        var events = new SlowQueue(() => _clock.Advance(Reconciler.MostTime / MessageSender.MostAtOnce));

        var report = await ReconcileAsync(events, new SlowQueue(() => { }));

        Assert.Equal(MessageSender.MostAtOnce, report.OutboxSources);
        Assert.Equal(MessageSender.MostAtOnce, events.Sent);
        Assert.Equal(
            Owed, (await ReconcileAsync(new SlowQueue(() => { }), new SlowQueue(() => { }))).OutboxSources);
    }

    private async Task OweAsync()
    {
        for (var i = 0; i < Owed; i++)
        {
            var entry = SiteIndex.PutOutboxEntry(new($"artiklar/{i}.md"), OutboxEntry.None, expected: null);
            var pages = Enumerable.Range(0, PageRefreshMessage.MostPages)
                .Select(n => SiteIndex.MarkStale(PageKey.Parse($"2026/05/nummer-{i}-{n}/index.html")!));
            await _storage.Index.CommitAsync([entry, .. pages], default);
        }
    }

    private Task<ReconcileReport> ReconcileAsync(IQueue events, IQueue refreshes)
    {
        var storage = _storage.Site with { ContentEvents = events, PageRefreshes = refreshes };
        return new PublishingEngine(storage, _clock, NullLoggerFactory.Instance)
            .Reconciler.ReconcileSourcesAsync(default);
    }

    /// <summary>Counts the messages that are under way at once. They are forgotten.</summary>
    private sealed class SlowQueue(Action eachTakes) : IQueue
    {
        private int _underWay;

        public int Sent { get; private set; }

        public int MostAtOnce { get; private set; }

        public async Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _underWay));
            eachTakes();
            Sent++;
            await Task.Delay(1, cancellation);
            Interlocked.Decrement(ref _underWay);
        }
    }
}
