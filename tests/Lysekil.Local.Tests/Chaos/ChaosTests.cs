using System.Globalization;
using Xunit.Abstractions;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>
/// Rule R8 on the real thing: whatever happens on the way, the site ends byte for byte where a clean run on its final
/// sources ends. What of it depends on its history by design, see <see cref="CleanRun"/>.
/// </summary>
[Collection(ChaosCollection.Name)]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static readonly TimeSpan EachStorm = TimeSpan.FromSeconds(12);

    /// <summary>
    /// One storm after another upon the same site, for as many minutes in all as <c>LYSEKIL_CHAOS_MINUTES</c> says; after
    /// each, the site is compared. <c>LYSEKIL_SEED</c> says what the editors do and when the runner is to die; how far it
    /// has come by then is the machine's affair, so that a seed gives the same storm, but not the same ship.
    /// </summary>
    [ChaosFact]
    public async Task A_site_whose_runner_is_killed_again_and_again_ends_as_one_that_had_no_trouble()
    {
        var seed = (int)(Number("LYSEKIL_SEED") ?? Random.Shared.Next(1_000_000));
        var storms = (int)Math.Ceiling(TimeSpan.FromMinutes(Number(ChaosFactAttribute.Minutes) ?? .4) / EachStorm);
        output.WriteLine($"LYSEKIL_SEED={seed}");
        var journal = new Journal();
        await using var site = await ChaosSite.StartAsync();
        for (var storm = 0; storm < storms; storm++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var told = await new ChaosRound(site, journal, seed + storm).RunAsync(EachStorm);
            var differences = await SyncAsync(site, journal);

            output.WriteLine($"{told}; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
            Assert.True(differences.Count == 0, $"LYSEKIL_SEED={seed}, storm {storm + 1}: {told}\n{string.Join("\n", differences)}");
        }
    }

    /// <summary>
    /// Twice: when all that was owed is done, and after a reconcile. It renders every page again, and would hide what
    /// went wrong; but style sheets of earlier themes may stand until then.
    /// </summary>
    private static async Task<IReadOnlyList<string>> SyncAsync(ChaosSite site, Journal journal)
    {
        using var export = new TemporaryFolder();
        await using var runner = site.StartRunner();
        await site.SettleAsync(runner);
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
        difference.StartsWith("/stil.", StringComparison.Ordinal) && difference.EndsWith(SiteComparison.Surplus, StringComparison.Ordinal);

    private static double? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
