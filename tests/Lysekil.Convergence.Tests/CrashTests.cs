using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Convergence.Tests;

/// <summary>
/// A function may crash after any of its storage calls. The second attempt of its message completes the work, together
/// with the message that it held back for the pages which follow.
/// </summary>
public class CrashTests
{
    private const string Path = "artiklar/2024-04-02-a.md";
    private const string Renamed = "artiklar/2024-04-02-z.md";
    private const string Neighbour = "artiklar/2024-04-03-b.md";

    private readonly ManualClock _clock = new(HistoryGenerator.Start);

    /// <summary>
    /// The commit that deleted the outbox entry also marked the neighbours, and their message was sent only afterwards.
    /// After whichever storage call a publish crashes, the second attempt of its message must complete the work.
    /// </summary>
    [Fact]
    public async Task A_publish_that_crashes_after_any_call_is_completed_by_the_second_attempt()
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new CrashingGate(calls);
            var site = new SimulatedSite(_clock, gate);
            site.Upload(Path, "---\ntags: [Hamnen]\n---\n# Rubrik\n");
            await site.SettleAsync();

            site.Storage.Content.Put(Neighbour, "---\ntags: [Hamnen]\n---\n# Granne\n");
            var isDone = await CrashOnceAsync(site, gate, Neighbour);

            AssertNothingIsPending(site);
            Assert.Contains("Granne", site.Pages["2024/04/a/index.html"], StringComparison.Ordinal);
            if (isDone)
            {
                Assert.InRange(calls, 15, 200);
                return;
            }
        }
    }

    /// <summary>
    /// Seed 714937773: a slow publish marked the neighbours again for work that a faster one had completed, and crashed
    /// before it sent their message. Another invocation had received its own message.
    /// </summary>
    [Fact]
    public async Task Neighbours_are_marked_only_while_the_outbox_entry_exists()
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new PausingGate(calls) { IsArmed = true };
            var site = new SimulatedSite(_clock);
            site.Upload(Path, "# Rubrik\n");
            await site.SettleAsync();

            site.Storage.Content.Put(Neighbour, "# Granne\n");
            var slow = TryAsync(EngineOn(site, gate), Neighbour, attempt: 1);
            await TryAsync(site, Neighbour, attempt: 2);
            await site.SettleAsync();
            gate.Resume();
            await slow;
            await SettleLaterAsync(site);
            AssertNothingIsPending(site);
            if (!gate.HasPaused)
            {
                Assert.InRange(calls, 15, 200);
                return;
            }
        }
    }

    /// <summary>
    /// Seed 20002857: a slow publish read the record of an article before another article took its URL. The follow-up
    /// work was completed, and then the slow publish wrote tags from the record that it had read.
    /// </summary>
    [Fact]
    public async Task The_tags_tell_the_editor_the_current_state_and_not_an_earlier_one()
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new PausingGate(calls) { CrashesWhenResumed = false };
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
                Assert.InRange(calls, 5, 200);
                return;
            }
        }
    }

    /// <summary>
    /// Seed 1000015056: a publish found no record, another publish committed one and crashed, and the file was deleted.
    /// Then the first publish read the outbox entry of the other, and completed it as for a text that uses no picture.
    /// </summary>
    [Fact]
    public async Task An_outbox_entry_is_not_completed_from_a_record_older_than_it()
    {
        const string Picture = "bilder/x.png";
        var deaths = 0;
        for (var calls = 1; calls < 6; calls++)
        {
            for (var isDone = false; !isDone; deaths++)
            {
                var gate = new PausingGate(calls) { CrashesWhenResumed = false, IsArmed = true };
                var site = new SimulatedSite(_clock);
                site.Upload(Neighbour, "# Granne\n");
                await site.SettleAsync();

                var slow = TryAsync(EngineOn(site, gate), Path, attempt: 1);
                site.Upload(Path, "# Rubrik\n\n![Kajen](/bilder/x.png)\n");
                isDone = await TryAsync(EngineOn(site, new CrashingGate(deaths) { IsArmed = true }), Path, attempt: 1);
                site.Storage.Content.Delete(Path);
                gate.Resume();
                await slow;

                site.Upload(Path, "# Rubrik\n\nNy text. ![Kajen](/bilder/x.png)\n");
                await SettleLaterAsync(site);

                AssertNothingIsPending(site);
                Assert.Contains(site.Storage.Index.Rows, r => r.Key == IndexKeys.Reference(new(Picture), new(Path)));
            }

            Assert.InRange(deaths, 15, 200);
            deaths = 0;
        }
    }

    /// <summary>
    /// Seed 300023861: a publish was about to write its page when the file was deleted and the page was found missing.
    /// Then it wrote the page and crashed. The second attempt knows the page only from the record of the deleted
    /// source.
    /// </summary>
    [Theory]
    [InlineData(Path, "2024/04/a/index.html")]
    [InlineData("bilder/x.pdf", "bilder/x.pdf")]
    public async Task A_page_that_is_written_after_its_source_was_deleted_is_deleted_by_the_second_attempt(
        string path, string page)
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
            await SettleLaterAsync(site);

            AssertNothingIsPending(site);
            Assert.DoesNotContain(page, site.Pages.Keys);
            if (!gate.HasPaused)
            {
                Assert.InRange(calls, 15, 200);
                return;
            }
        }
    }

    /// <summary>
    /// A rename is two publishes. After whichever storage call either crashes, and in whichever order they run, the
    /// article has one identity afterwards, and its old URL redirects to the new one.
    /// </summary>
    [Theory]
    [InlineData(Path, Renamed)]
    [InlineData(Renamed, Path)]
    public async Task A_rename_that_crashes_after_any_call_is_completed_by_the_second_attempts(
        string first, string second)
    {
        for (var calls = 1; ; calls++)
        {
            var gate = new CrashingGate(calls);
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

                isDone &= await CrashOnceAsync(site, gate, path);
            }

            AssertNothingIsPending(site);
            Assert.Equal(feed.Replace("/04/a/", "/04/z/", StringComparison.Ordinal), site.Pages["atom.xml"]);
            Assert.Contains("/2024/04/z/", site.Pages["2024/04/a/index.html"], StringComparison.Ordinal);
            if (isDone)
            {
                Assert.InRange(calls, 5, 200);
                return;
            }
        }
    }

    private static void AssertNothingIsPending(SimulatedSite site) => Assert.DoesNotContain(
        site.Storage.Index.Rows.Select(r => r.Key), key =>
            key.StartsWith("stale:", StringComparison.Ordinal) || key == IndexKeys.Rebuild);

    /// <summary>
    /// Publishes a source, crashes at the gate, and publishes it again; <c>true</c> if the first attempt ended before
    /// the crash.
    /// </summary>
    private async Task<bool> CrashOnceAsync(SimulatedSite site, CrashingGate gate, string path)
    {
        gate.IsArmed = true;
        var isDone = await TryAsync(site, path, attempt: 1);
        gate.IsArmed = false;
        await TryAsync(site, path, attempt: 2);
        await SettleLaterAsync(site);
        return isDone;
    }

    /// <summary>Settles, also what a dead publish held back.</summary>
    private async Task SettleLaterAsync(SimulatedSite site)
    {
        await site.SettleAsync();
        _clock.Now += HeldRefresh.Time;
        await site.SettleAsync();
    }

    private PublishingEngine EngineOn(SimulatedSite site, IStorageGate gate) =>
        new(site.Storage.Through(gate), _clock, NullLoggerFactory.Instance);

    private static Task<bool> TryAsync(SimulatedSite site, string path, int attempt) =>
        TryAsync(site.Engine, path, attempt);

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
