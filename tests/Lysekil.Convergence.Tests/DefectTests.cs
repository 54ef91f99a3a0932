using Lysekil.Convergence.Defects;
using Xunit.Abstractions;

namespace Lysekil.Convergence.Tests;

/// <summary>
/// Each deliberate defect makes a history diverge that converges without it, so the simulation detects it.
/// </summary>
public class DefectTests(ITestOutputHelper output)
{
    /// <summary>One history in forty reveals the rarest defect.</summary>
    private const int MostHistories = 400;

    public static TheoryData<string> Names => [.. DefectList.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_deliberate_defect_makes_a_history_diverge(string name)
    {
        var defect = DefectList.All.Single(d => d.Name == name);
        var seen = Enumerable.Range(1, MostHistories)
            .Prepend(defect.RevealingSeed)
            .Select(seed => HistoryResult.Check(seed, defect))
            .FirstOrDefault(v => v.Divergence is not null);

        Assert.True(
            seen is not null,
            $"{MostHistories} histories converge, although this defect is in place: {defect.Symptom}");
        output.WriteLine($"seed {seen.Seed}: {seen.Divergence}");
        Assert.Null(HistoryResult.Check(defect.HistoryOf(seen.Seed)).Divergence);
    }

    [Fact]
    public void There_are_at_least_fourteen_defects() => Assert.InRange(DefectList.All.Count, 14, int.MaxValue);
}
