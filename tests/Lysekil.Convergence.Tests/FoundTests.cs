using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Tests;

/// <summary>What random histories found in the engine, each in the fewest steps that show it.</summary>
public class FoundTests
{
    private const string Path = "artiklar/2024-04-02-a.md";
    private const string Neighbour = "artiklar/2024-04-03-b.md";

    private readonly ManualClock _clock = new(HistoryGenerator.Start);

    /// <summary>
    /// Seed 50540: only the pages of topics that it joined or left were rendered again, although every card shows all topics.
    /// </summary>
    [Fact]
    public async Task A_topic_more_shows_on_the_pages_that_list_the_article_already()
    {
        var site = new SimulatedSite(_clock);
        site.Upload(Path, "---\ntags: [Hamnen]\n---\n# Rubrik\n");
        await site.SettleAsync();

        site.Upload(Path, "---\ntags: [Hamnen, Skola]\n---\n# Rubrik\n");
        await site.SettleAsync();

        Assert.Contains("/amnen/skola/", site.Pages["amnen/hamnen/2024/index.html"], StringComparison.Ordinal);
        Assert.Contains("/amnen/skola/", site.Pages["nyhetsarkiv/2024/04/index.html"], StringComparison.Ordinal);
    }

    /// <summary>
    /// The client hears no answer, makes the call again, and is told that the race is lost: to itself. Parents of a summary,
    /// a site's first build, and neighbours were marked, and nobody was woken.
    /// </summary>
    [Theory]
    [InlineData("summary:")]
    [InlineData(IndexKeys.Rebuild)]
    [InlineData(IndexKeys.OutboxEntries)]
    [InlineData("")]
    public async Task Commits_that_are_made_twice_leave_nothing_owed(string key)
    {
        var site = new SimulatedSite(_clock, new Repeating(key));
        site.Upload(Path, "---\ntags: [Hamnen]\n---\n# Rubrik\n");
        await site.SettleAsync();
        AssertNothingIsPending(site);

        site.Upload(Neighbour, "---\ntags: [Hamnen]\n---\n# Granne\n");
        await site.SettleAsync();
        AssertNothingIsPending(site);
    }

    private static void AssertNothingIsPending(SimulatedSite site) => Assert.DoesNotContain(
        site.Storage.Index.Rows, r => r.Key.StartsWith("stale:", StringComparison.Ordinal) || r.Key == IndexKeys.Rebuild);

    /// <summary>Has every commit that names a key made twice, the first time that it is made.</summary>
    private sealed class Repeating(string key) : IStorageGate
    {
        private readonly HashSet<StorageCall> _made = [];

        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

        public bool IsRepeated(StorageCall call) =>
            call.Operation == StorageOperation.Commit && call.Key.Contains(key, StringComparison.Ordinal) && _made.Add(call);
    }
}
