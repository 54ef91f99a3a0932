using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Tests;

/// <summary>Faults of the engine that random histories found, each in the fewest steps that reproduce it.</summary>
public class RegressionTests
{
    private const string Path = "artiklar/2024-04-02-a.md";
    private const string Neighbour = "artiklar/2024-04-03-b.md";

    private readonly ManualClock _clock = new(HistoryGenerator.Start);

    /// <summary>
    /// Seed 50540: only the pages of topics that an article joined or left were refreshed, although the card of an
    /// article shows all its topics.
    /// </summary>
    [Fact]
    public async Task An_added_topic_shows_on_every_page_that_lists_the_article()
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
    /// The response to a commit is lost, the SDK repeats the call, and its condition fails because of the first call.
    /// The stale rows of parents, of a site's first build and of neighbours were committed, and no message was sent for
    /// them.
    /// </summary>
    [Theory]
    [InlineData("summary:")]
    [InlineData(IndexKeys.Rebuild)]
    [InlineData(IndexKeys.OutboxEntries)]
    [InlineData("")]
    public async Task A_commit_that_the_client_repeats_leaves_no_work_pending(string key)
    {
        var site = new SimulatedSite(_clock, new RepeatedCommitGate(key));
        site.Upload(Path, "---\ntags: [Hamnen]\n---\n# Rubrik\n");
        await site.SettleAsync();
        AssertNothingIsPending(site);

        site.Upload(Neighbour, "---\ntags: [Hamnen]\n---\n# Granne\n");
        await site.SettleAsync();
        AssertNothingIsPending(site);
    }

    private static void AssertNothingIsPending(SimulatedSite site) => Assert.DoesNotContain(
        site.Storage.Index.Rows, r => r.Key.StartsWith("stale:", StringComparison.Ordinal)
            || r.Key == IndexKeys.Rebuild);

    /// <summary>Repeats each commit that contains a key, the first time that it is made.</summary>
    private sealed class RepeatedCommitGate(string key) : IStorageGate
    {
        private readonly HashSet<StorageCall> _made = [];

        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

        public bool IsRepeated(StorageCall call) =>
            call.Operation == StorageOperation.Commit && call.Key.Contains(key, StringComparison.Ordinal)
                && _made.Add(call);
    }
}
