using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Archive;
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
    [InlineData(ArchiveKeys.Rebuild)]
    [InlineData(ArchiveKeys.OwedSources)]
    [InlineData("")]
    public async Task Commits_that_are_made_twice_leave_nothing_owed(string key)
    {
        var site = new SimulatedSite(_clock, new Repeating(key));
        site.Upload(Path, "---\ntags: [Hamnen]\n---\n# Rubrik\n");
        await site.SettleAsync();
        AssertNothingIsOwed(site);

        site.Upload(Neighbour, "---\ntags: [Hamnen]\n---\n# Granne\n");
        await site.SettleAsync();
        AssertNothingIsOwed(site);
    }

    /// <summary>
    /// Neighbours were marked by the commit that said that nothing was owed any more, and woken after it. Whichever call
    /// of a publish is its last, the message's second try must leave nothing undone.
    /// </summary>
    [Fact]
    public async Task A_publish_that_dies_after_any_call_is_finished_by_its_second_try()
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new Dying(calls);
            var site = new SimulatedSite(_clock, gate);
            site.Upload(Path, "---\ntags: [Hamnen]\n---\n# Rubrik\n");
            await site.SettleAsync();

            site.Storage.Content.Put(Neighbour, "---\ntags: [Hamnen]\n---\n# Granne\n");
            gate.IsArmed = true;
            var isDone = await TryAsync(site, attempt: 1);
            gate.IsArmed = false;
            await TryAsync(site, attempt: 2);
            await site.SettleAsync();

            AssertNothingIsOwed(site);
            Assert.Contains("Granne", site.Pages["2024/04/a/index.html"], StringComparison.Ordinal);
            if (isDone)
            {
                Assert.InRange(calls, 15, 100);
                return;
            }
        }
    }

    /// <summary>
    /// Seed 714937773: a slow publish marked the neighbours once more for work that a faster one had finished, and died
    /// before it woke them; its message was not its own any more.
    /// </summary>
    [Fact]
    public async Task Neighbours_are_marked_only_for_work_that_is_still_owed()
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new Pausing(calls);
            var site = new SimulatedSite(_clock, gate);
            site.Upload(Path, "# Rubrik\n");
            await site.SettleAsync();

            site.Storage.Content.Put(Neighbour, "# Granne\n");
            gate.IsArmed = true;
            var slow = TryAsync(site, attempt: 1);
            gate.IsArmed = false;
            await TryAsync(site, attempt: 2);
            await site.SettleAsync();
            gate.Resume();
            await slow;
            AssertNothingIsOwed(site);
            if (!gate.HasPaused)
            {
                Assert.InRange(calls, 15, 100);
                return;
            }
        }
    }

    private static void AssertNothingIsOwed(SimulatedSite site) => Assert.DoesNotContain(
        site.Storage.Archive.Rows, r => r.Key.StartsWith("stale:", StringComparison.Ordinal) || r.Key == ArchiveKeys.Rebuild);

    private static async Task<bool> TryAsync(SimulatedSite site, int attempt)
    {
        try
        {
            await site.Engine.ContentEvents.HandleAsync($$"""{"publish":"{{Neighbour}}"}""", attempt, default);
            return true;
        }
        catch (StorageFaultException)
        {
            return false;
        }
    }

    /// <summary>Has every commit that names a key made twice, the first time that it is made.</summary>
    private sealed class Repeating(string key) : IStorageGate
    {
        private readonly HashSet<StorageCall> _made = [];

        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

        public bool IsRepeated(StorageCall call) =>
            call.Operation == StorageOperation.Commit && call.Key.Contains(key, StringComparison.Ordinal) && _made.Add(call);
    }

    /// <summary>Lets so many calls through once it is armed, and then no more.</summary>
    private sealed class Dying(int calls) : IStorageGate
    {
        private int _left = calls;

        public bool IsArmed { get; set; }

        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
            IsArmed && _left-- <= 0 ? Task.FromException(new StorageFaultException("dead")) : Task.CompletedTask;

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
    }

    /// <summary>Once it is armed, lets so many calls through and holds the next; once resumed, lets one more through, and no more.</summary>
    private sealed class Pausing(int calls) : IStorageGate
    {
        private readonly TaskCompletionSource _resumed = new();
        private int _left = calls;
        private bool _isDying;

        public bool IsArmed { get; set; }

        public bool HasPaused { get; private set; }

        public void Resume() => _resumed.SetResult();

        public async Task BeforeAsync(StorageCall call, CancellationToken cancellation)
        {
            if (_isDying)
            {
                throw new StorageFaultException("dead");
            }

            if (IsArmed && _left-- <= 0)
            {
                HasPaused = true;
                await _resumed.Task;
                if (_isDying)
                {
                    throw new StorageFaultException("dead");
                }

                _isDying = true;
            }
        }

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
    }
}
