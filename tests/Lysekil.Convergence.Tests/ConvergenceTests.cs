using System.Globalization;
using Lysekil.Tests;
using Xunit.Abstractions;

namespace Lysekil.Convergence.Tests;

/// <summary>Rule R8: after any history, the site equals byte for byte that of a run without faults.</summary>
public class ConvergenceTests(ITestOutputHelper output)
{
    /// <summary>
    /// Checks as many histories as <c>LYSEKIL_HISTORIES</c> says, or 500, or 5,000 in a long run, from the seed
    /// <c>LYSEKIL_SEED</c> on, which is random if it is not set.
    /// </summary>
    [Fact]
    public void Histories_end_where_a_run_without_faults_ends()
    {
        var batch = new HistoryBatch(
            Number("LYSEKIL_SEED") ?? HistoryBatch.FreshSeed(),
            Number("LYSEKIL_HISTORIES") ?? (LongRun.IsOn ? 5_000 : 500));
        output.WriteLine($"{batch.Count} histories from seed {batch.From}");

        var diverged = batch.Check(
            (done, bad, time) => output.WriteLine($"{done} done, {bad} diverged, {time.TotalSeconds:0} s"));

        Assert.True(diverged.Count == 0, Report(batch, diverged));
    }

    [Fact]
    public void A_seed_determines_the_whole_history()
    {
        Assert.Equal(History(42), History(42));
        Assert.NotEqual(History(42), History(43));

        static string History(int seed)
        {
            var steps = new List<string>();
            HistoryResult.Check(seed, trace: steps.Add);
            return string.Join('\n', steps);
        }
    }

    private static string Report(HistoryBatch batch, IReadOnlyList<HistoryResult> diverged) => string.Join(
        "\n\n",
        diverged.Take(3).Select(v => $"{v}\n{v.Replay}")
            .Prepend($"{diverged.Count} of {batch.Count} histories from seed {batch.From} diverged."));

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
