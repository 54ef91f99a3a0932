using System.Globalization;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Repair.Reconciliation;

/// <summary>Rounds of more than one slice: interrupted, continued, shared by two runs, and bounded in memory.</summary>
public class SourceRoundsTests
{
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedStorage _storage;

    public SourceRoundsTests() => _storage = new SimulatedStorage(_clock);

    [Theory]
    [InlineData("artiklar/{0:00000}.md")] // The listing and the keys have the same order.
    [InlineData("artiklar/{1}/{0:00000}.md")]
    [InlineData("artiklar/a{1}{0:00000}.md")] // A slash sorts before letters in the listing, after them in the keys.
    public async Task The_listing_and_the_index_are_compared_in_whatever_order_they_come(string form)
    {
        const int Count = 3_500;
        var paths = Enumerable.Range(0, Count)
            .Select(i => Named(form, i)).Append("site.yaml").Append("bilder/x.gif").ToList();
        var gone = paths.Where((_, i) => i % 500 == 1).ToHashSet();
        var unseen = paths.Where((_, i) => i % 500 == 2).ToHashSet();
        var changed = paths.Where((_, i) => i % 500 == 3).ToHashSet();
        await FillAsync(paths.Where(p => !unseen.Contains(p)));
        foreach (var path in unseen.Concat(changed))
        {
            _storage.Content.Put(path, "annat");
        }

        foreach (var path in gone)
        {
            _storage.Content.Delete(path);
        }

        var report = await ReconcileAsync();

        Assert.True(report.IsWhole);
        Assert.Equal(gone.Union(unseen).Union(changed).Order(StringComparer.Ordinal), Woken());
        Assert.Equal(Woken().Count, report.Sources.Count);
        Assert.Equal(Count + 2, (await FindingsAsync())!.Compared);
    }

    [Fact]
    public async Task The_next_run_continues_an_interrupted_round()
    {
        await FillAsync(Paths(4_500));
        var items = new Listings(_storage.Site.Content) { Left = 3 };

        await Assert.ThrowsAsync<IOException>(() => ReconcileAsync(_storage.Site with { Content = items }));
        _storage.Content.Put(Paths(4_500).First(), "bakom läget");
        _storage.Content.Put(Paths(4_500).Last(), "framför läget");
        items.Left = int.MaxValue;
        var goneOn = await ReconcileAsync(_storage.Site with { Content = items });
        var next = await ReconcileAsync();

        Assert.Equal(5, items.Made); // The round does not begin again.
        Assert.Equal([Paths(4_500).Last()], goneOn.Sources.Names);
        Assert.Equal(2, next.Sources.Count);
        Assert.Equal(4_500, (await FindingsAsync())!.Compared);
    }

    [Fact]
    public async Task A_round_that_was_interrupted_long_ago_begins_again()
    {
        await FillAsync(Paths(3_000));
        var items = new Listings(_storage.Site.Content) { Left = 2 };
        await Assert.ThrowsAsync<IOException>(() => ReconcileAsync(_storage.Site with { Content = items }));
        _storage.Content.Put(Paths(3_000).First(), "bakom läget");
        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal([Paths(3_000).First()], (await ReconcileAsync()).Sources.Names);
        Assert.DoesNotContain(_storage.Index.Rows, r => r.Key == IndexKeys.ReconcileRound);
    }

    [Fact]
    public async Task A_run_ends_before_its_host_would_end_it()
    {
        await FillAsync(Paths(3_500));
        var slow = new Listings(_storage.Site.Content) { EachTakes = () => _clock.Advance(SourceRounds.MostTime / 2) };

        Assert.False((await ReconcileAsync(_storage.Site with { Content = slow })).IsWhole);
        Assert.Null(await FindingsAsync());
        Assert.True((await ReconcileAsync(_storage.Site with { Content = slow })).IsWhole);
        Assert.Equal((4, 3_500), (slow.Made, (await FindingsAsync())!.Compared));
    }

    [Fact]
    public async Task Two_runs_at_once_share_a_round()
    {
        await FillAsync(Paths(4_000));
        _storage.Content.Put(Paths(4_000).Last(), "annat");
        var gate = new Alternating();

        var both = await Task.WhenAll(ReconcileAsync(_storage.Through(gate)), ReconcileAsync(_storage.Through(gate)));

        Assert.All(both, report => Assert.True(report.IsWhole));
        Assert.Equal([Paths(4_000).Last()], Woken().Distinct());
        Assert.Equal(4_000, (await FindingsAsync())!.Compared);
    }

    [Fact]
    public async Task A_hundred_thousand_sources_need_only_the_memory_of_a_slice()
    {
        const int Count = 100_000;
        await FillAsync(Paths(Count).Where((_, i) => i % 2 == 0));
        foreach (var path in Paths(Count).Where((_, i) => i % 2 == 1 || i % 10 == 0))
        {
            _storage.Content.Put(path, "av ingen sedd");
        }

        var watched = new HeldNames(_storage.Site.Content);
        var report = await ReconcileAsync(_storage.Site with { Content = watched, ContentEvents = new Forgetting() });

        Assert.Equal(60_000, report.Sources.Count);
        Assert.Equal(Drift.MostNames, report.Sources.Names.Count);
        Assert.Equal(Count, watched.Listed);
        Assert.InRange(watched.MostHeld, 1, 2 * SourceComparison.MostOfASlice);
    }

    private async Task<ReconcileReport> ReconcileAsync(SiteStorage? through = null)
    {
        var engine = new PublishingEngine(through ?? _storage.Site, _clock, NullLoggerFactory.Instance);
        return await Task.Run(() => engine.Reconciler.ReconcileSourcesAsync(default));
    }

    private async Task<ReconcileFindings?> FindingsAsync() =>
        (await new PublishingEngine(_storage.Site, _clock, NullLoggerFactory.Instance).Status.ReadAsync(default))
        .LastReconcile;

    private List<string> Woken() =>
        [
            .. _storage.ContentEvents.Messages
                .Select(m => Assert.Single(ContentEvent.Read(m.Text)!).Path.Value)
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Paths(int count) =>
        Enumerable.Range(0, count).Select(i => Named("artiklar/{0:00000}.md", i));

    private static string Named(string form, int i) =>
        string.Format(CultureInfo.InvariantCulture, form, i, (char)('a' + (i % 7)) + (i % 3 == 0 ? "/" : ""));

    /// <summary>Stores sources that are in step with the index, as far as a reconcile compares them.</summary>
    private async Task FillAsync(IEnumerable<string> paths)
    {
        foreach (var some in paths.Chunk(ITable.MostChanges))
        {
            var records = some.Select(Record).ToList();
            var rows = records.Select(r =>
                new RowChange.Insert(IndexKeys.Source(r.Path), SourceRecordRow.Codec.Write(r)));
            await _storage.Index.CommitAsync([.. rows], default);
            foreach (var record in records)
            {
                await _storage.Content.TagAsync(record.Path.Value, SourceTags.Of(record), default);
            }
        }
    }

    private SourceRecord Record(string path) => new()
    {
        Path = new SourcePath(path),
        Seen = _storage.Content.Put(path, "sedd"),
        SeenModified = Some.Now,
        Created = Some.Now,
        Rules = SourceValidator.RulesVersion,
        TimeZone = "Europe/Stockholm",
        State = SourceState.Draft,
        Diagnostics = [],
        Id = "",
    };
}
