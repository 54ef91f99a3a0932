using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Convergence.Tests;

/// <summary>A function may die after any of its calls: its message's second try leaves nothing undone.</summary>
public class DyingTests
{
    private const string Path = "artiklar/2024-04-02-a.md";
    private const string Renamed = "artiklar/2024-04-02-z.md";
    private const string Neighbour = "artiklar/2024-04-03-b.md";

    private readonly ManualClock _clock = new(HistoryGenerator.Start);

    /// <summary>
    /// Neighbours were marked by the commit that said that nothing was owed any more, and woken after it. Whichever call
    /// of a publish is its last, the message's second try must leave nothing undone.
    /// </summary>
    [Fact]
    public async Task A_publish_that_dies_after_any_call_is_finished_by_its_second_try()
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new DyingGate(calls);
            var site = new SimulatedSite(_clock, gate);
            site.Upload(Path, "---\ntags: [Hamnen]\n---\n# Rubrik\n");
            await site.SettleAsync();

            site.Storage.Content.Put(Neighbour, "---\ntags: [Hamnen]\n---\n# Granne\n");
            var isDone = await DieOnceAsync(site, gate, Neighbour);

            AssertNothingIsPending(site);
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
            var gate = new PausingGate(calls);
            var site = new SimulatedSite(_clock, gate);
            site.Upload(Path, "# Rubrik\n");
            await site.SettleAsync();

            site.Storage.Content.Put(Neighbour, "# Granne\n");
            gate.IsArmed = true;
            var slow = TryAsync(site, Neighbour, attempt: 1);
            gate.IsArmed = false;
            await TryAsync(site, Neighbour, attempt: 2);
            await site.SettleAsync();
            gate.Resume();
            await slow;
            AssertNothingIsPending(site);
            if (!gate.HasPaused)
            {
                Assert.InRange(calls, 15, 100);
                return;
            }
        }
    }

    /// <summary>
    /// Seed 20002857: a slow publish had read the article's record before another took its page, and what was owed after that
    /// was settled; it told the editor of what it had read.
    /// </summary>
    [Fact]
    public async Task An_editor_is_told_of_what_the_archive_holds_and_not_of_what_it_held()
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new PausingGate(calls) { IsDeadly = false };
            var site = new SimulatedSite(_clock, gate);
            site.Upload(Neighbour, "---\nslug: a\n---\n# Granne\n");
            await site.SettleAsync();

            gate.IsArmed = true;
            var slow = TryAsync(site, Neighbour, attempt: 2);
            gate.IsArmed = false;
            site.Upload(Path, "# Rubrik\n");
            await site.SettleAsync();
            gate.Resume();
            await slow;
            await site.SettleAsync();

            AssertNothingIsPending(site);
            Assert.Equal("refused", site.Storage.Content.Blobs[Neighbour].Tags["state"]);
            if (!gate.HasPaused)
            {
                Assert.InRange(calls, 5, 100);
                return;
            }
        }
    }

    /// <summary>
    /// Seed 1000015056: a publish read that there was no record, then another committed one and died, then the file was deleted,
    /// and then the first read what the other owed: it settled that for a text which, as far as it knew, used no picture.
    /// </summary>
    [Fact]
    public async Task Work_is_not_settled_by_a_record_from_before_it_was_owed()
    {
        const string Picture = "bilder/x.png";
        var deaths = 0;
        for (var calls = 1; calls < 6; calls++)
        {
            for (var isDone = false; !isDone; deaths++)
            {
                var gate = new PausingGate(calls) { IsDeadly = false, IsArmed = true };
                var site = new SimulatedSite(_clock);
                site.Upload(Neighbour, "# Granne\n");
                await site.SettleAsync();

                var slow = TryAsync(EngineOn(site, gate), Path, attempt: 1);
                site.Upload(Path, "# Rubrik\n\n![Kajen](/bilder/x.png)\n");
                isDone = await TryAsync(EngineOn(site, new DyingGate(deaths) { IsArmed = true }), Path, attempt: 1);
                site.Storage.Content.Delete(Path);
                gate.Resume();
                await slow;

                site.Upload(Path, "# Rubrik\n\nNy text. ![Kajen](/bilder/x.png)\n");
                await site.SettleAsync();

                AssertNothingIsPending(site);
                Assert.Contains(site.Storage.Index.Rows, r => r.Key == IndexKeys.Reference(new(Picture), new(Path)));
            }

            Assert.InRange(deaths, 15, 100);
            deaths = 0;
        }
    }

    /// <summary>
    /// Seed 300023861: a publish was about to write its own page when the file was deleted and the page was found not to be there
    /// yet; it wrote it then, and died. Its second try knows of no page any more, unless the source's memory has it.
    /// </summary>
    [Theory]
    [InlineData(Path, "2024/04/a/index.html")]
    [InlineData("bilder/x.pdf", "bilder/x.pdf")]
    public async Task A_page_that_was_written_after_its_source_was_gone_is_taken_away_by_the_second_try(string path, string page)
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new PausingGate(calls) { IsArmed = true };
            var site = new SimulatedSite(_clock);
            site.Upload(Neighbour, "# Granne\n");
            await site.SettleAsync();

            site.Storage.Content.Put(path, "%PDF-1.7 # Rubrik\n");
            var slow = TryAsync(EngineOn(site, gate), path, attempt: 1);
            site.Delete(path);
            await site.SettleAsync();
            gate.Resume();
            await slow;
            await TryAsync(site, path, attempt: 2);
            await site.SettleAsync();

            AssertNothingIsPending(site);
            Assert.DoesNotContain(page, site.Pages.Keys);
            if (!gate.HasPaused)
            {
                Assert.InRange(calls, 15, 100);
                return;
            }
        }
    }

    /// <summary>
    /// A rename is two files' publishing. Whichever call of either is the last, in whichever order they come, the article has
    /// one identity afterwards, and its old address leads to the new.
    /// </summary>
    [Theory]
    [InlineData(Path, Renamed)]
    [InlineData(Renamed, Path)]
    public async Task A_rename_that_dies_after_any_call_is_finished_by_its_second_try(string first, string second)
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new DyingGate(calls);
            var site = new SimulatedSite(_clock, gate);
            site.Upload(Path, "# Rubrik\n");
            await site.SettleAsync();
            var feed = site.Pages["atom.xml"];

            _clock.Now += TimeSpan.FromSeconds(1);
            var isDone = true;
            foreach (var path in new[] { first, second })
            {
                if (path == Renamed)
                {
                    site.Storage.Content.Put(Renamed, "# Rubrik\n");
                }
                else
                {
                    site.Storage.Content.Delete(Path);
                }

                isDone &= await DieOnceAsync(site, gate, path);
            }

            AssertNothingIsPending(site);
            Assert.Equal(feed.Replace("/04/a/", "/04/z/", StringComparison.Ordinal), site.Pages["atom.xml"]);
            Assert.Contains("/2024/04/z/", site.Pages["2024/04/a/index.html"], StringComparison.Ordinal);
            if (isDone)
            {
                Assert.InRange(calls, 5, 100);
                return;
            }
        }
    }

    private static void AssertNothingIsPending(SimulatedSite site) => Assert.DoesNotContain(
        site.Storage.Index.Rows.Select(r => r.Key), key => key.StartsWith("stale:", StringComparison.Ordinal) || key == IndexKeys.Rebuild);

    /// <summary>Publishes a source twice, and dies once where the gate says; <c>true</c> where it was done before.</summary>
    private static async Task<bool> DieOnceAsync(SimulatedSite site, DyingGate gate, string path)
    {
        gate.IsArmed = true;
        var isDone = await TryAsync(site, path, attempt: 1);
        gate.IsArmed = false;
        await TryAsync(site, path, attempt: 2);
        await site.SettleAsync();
        return isDone;
    }

    private PublishingEngine EngineOn(SimulatedSite site, IStorageGate gate) =>
        new(site.Storage.Through(gate), _clock, NullLoggerFactory.Instance);

    private static Task<bool> TryAsync(SimulatedSite site, string path, int attempt) => TryAsync(site.Engine, path, attempt);

    private static async Task<bool> TryAsync(PublishingEngine engine, string path, int attempt)
    {
        try
        {
            await engine.ContentEvents.HandleAsync(new($$"""{"publish":"{{path}}"}""", attempt), default);
            return true;
        }
        catch (Exception fault) when (fault is StorageFaultException or RefreshFailedException)
        {
            return false;
        }
    }
}
