using System.Globalization;
using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Convergence.Versions;
using Lysekil.Publishing.Index;
using Lysekil.Tests;
using Xunit.Abstractions;

namespace Lysekil.Convergence.Tests;

/// <summary>
/// A later version of the engine runs beside today's while editors work, and one of the two is left: a deployment, or
/// one that is rolled back.
/// </summary>
public class DeploymentTests(ITestOutputHelper output)
{
    /// <summary>From the seed <c>LYSEKIL_SEED</c> on, which is random if it is not set.</summary>
    [Fact]
    public void Deployments_end_as_if_the_last_engine_had_never_had_another_beside_it()
    {
        var seed = Environment.GetEnvironmentVariable("LYSEKIL_SEED") is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : HistoryBatch.FreshSeed();
        var batch = new HistoryBatch(seed, LongRun.IsOn ? 400 : 100) { AreDeployments = true };
        output.WriteLine($"{batch.Count} deployments from seed {batch.From}");

        var diverged = batch.Check();

        Assert.True(diverged.Count == 0, string.Join("\n\n", diverged.Take(3).Select(d => $"{d}\n{d.Replay}")));
    }

    /// <summary>Else the histories of deployments would show nothing.</summary>
    [Fact]
    public void The_later_engine_has_other_pages_and_columns_and_refuses_what_today_s_accepts()
    {
        var runs = Enumerable.Range(1, 40).Select(Run).ToList();

        Assert.Contains(runs, r => r.History.LastEngine == EngineGeneration.Today && r.HasBoth);
        var upgrades = runs.Where(r => r.History.LastEngine == EngineGeneration.Later).ToList();
        Assert.Contains(upgrades, r => r.HasBoth);
        Assert.Contains(upgrades, r => r.Run.Storage.Index.Rows.Any(
            row => row.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal)
            && row.Columns["state"] == "Refused"
            && row.Columns.ContainsKey("live_page")));
        Assert.All(upgrades, r => Assert.EndsWith(
            LaterPages.End, r.Run.Storage.Web.Blobs["index.html"].Text, StringComparison.Ordinal));
        Assert.Contains(upgrades, r => r.Run.Storage.Index.Rows.Any(row => row.Columns.ContainsKey(LaterTable.Column)));
    }

    private static (History History, FaultInjectionRun Run, bool HasBoth) Run(int seed)
    {
        var history = HistoryGenerator.Create(seed) with { IsDeployment = true };
        var run = new FaultInjectionRun(history);
        run.Run();
        run.SweepPages();
        return (history, run, run.Commits.Select(c => c.By).Distinct().Count() == 2);
    }
}
