using System.Globalization;
using Xunit.Abstractions;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>
/// R8 on real storage and processes: whatever happens on the way, the site ends byte for byte where a clean run on its
/// final sources ends. <see cref="CleanRun"/> says what of it depends on its history by design.
/// </summary>
[Collection(ChaosCollection.Name)]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Rounds of chaos on one site, for as many minutes as <c>LYSEKIL_CHAOS_MINUTES</c> says; the site is compared
    /// after each. <c>LYSEKIL_SEED</c> decides what the editors do and when a runner is killed. How far a runner has
    /// come by then depends on the machine, so that a seed repeats the actions but not the interleaving.
    /// <c>LYSEKIL_EARLIER_RUNNER</c> is the path of the <c>Lysekil.Local.dll</c> of an earlier build: half of the
    /// runners are of that build then, as in an upgrade that is rolled back and tried again.
    /// </summary>
    [ChaosFact]
    public async Task A_site_whose_runners_are_killed_ends_like_one_without_trouble()
    {
        var seed = (int)(Number("LYSEKIL_SEED") ?? Random.Shared.Next(1_000_000));
        var rounds = (int)Math.Ceiling(TimeSpan.FromMinutes(Number(ChaosFactAttribute.Minutes) ?? .4) / RoundTime);
        var earlier = Environment.GetEnvironmentVariable("LYSEKIL_EARLIER_RUNNER");
        output.WriteLine($"LYSEKIL_SEED={seed}");
        var journal = new Journal();
        await using var site = await ChaosSite.StartAsync();
        for (var round = 0; round < rounds; round++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var report = await new ChaosRound(site, journal, seed + round, earlier).RunAsync(RoundTime);
            var differences = await SyncAsync(site, journal, earlier is not null);

            output.WriteLine($"{report}; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
            var context = $"LYSEKIL_SEED={seed}, round {round + 1}: {report}";
            Assert.True(differences.Count == 0, $"{context}\n{string.Join("\n", differences)}");
        }
    }

    /// <summary>
    /// Compares twice: when nothing is pending, and after a reconcile, which renders every page again and would hide
    /// earlier differences. Style sheets of earlier themes may stand until the reconcile. After an earlier build has
    /// run, too, all that it wrote may.
    /// </summary>
    private static async Task<IReadOnlyList<string>> SyncAsync(ChaosSite site, Journal journal, bool isMixed)
    {
        using var export = new TemporaryFolder();
        await using var runner = site.StartRunner();
        await site.SettleAsync(runner);
        if (isMixed)
        {
            await site.ReconcileAsync(runner);
        }

        await site.ExportAsync(export.FullPath);
        var chaos = await SiteState.ReadAsync(site.Storage);
        HistoryCheck.Check(chaos, journal);
        using var clean = new CleanRun(chaos);
        var should = await clean.PublishAsync();
        var differences = SiteComparison.Pages(export.FullPath, clean.Export)
            .Where(difference => !IsEarlierStyleSheet(difference))
            .Concat(SiteComparison.Archives(chaos, should)).ToList();

        await site.ReconcileAsync(runner);
        await site.ExportAsync(export.FullPath);
        return [.. differences, .. SiteComparison.Pages(export.FullPath, clean.Export)];
    }

    private static bool IsEarlierStyleSheet(string difference) =>
        difference.StartsWith("/stil.", StringComparison.Ordinal)
        && difference.EndsWith(SiteComparison.Surplus, StringComparison.Ordinal);

    private static double? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
