using Lysekil.Convergence.Defects;
using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Judging;
using Lysekil.Convergence.Running;

namespace Lysekil.Convergence;

/// <summary>Whether one history converges.</summary>
/// <param name="Seed">Which history.</param>
/// <param name="Divergence">What went wrong; <c>null</c> where nothing did.</param>
public sealed record Verdict(int Seed, string? Divergence)
{
    /// <summary>After one history of so many, pages are reconciled too, which must change nothing and costs as much as a run.</summary>
    private const int SweptShare = 4;

    /// <param name="seed">Which history.</param>
    /// <param name="defect">What is wrong with the storage below the engine; normally nothing.</param>
    /// <param name="tell">Told each step, for a readable history.</param>
    public static Verdict Of(int seed, Defect? defect = null, Action<string>? tell = null) =>
        Of(defect?.HistoryOf(seed) ?? HistoryGenerator.Create(seed), defect, tell);

    /// <inheritdoc cref="Of(int, Defect?, Action{string}?)"/>
    public static Verdict Of(History history, Defect? defect = null, Action<string>? tell = null)
    {
        try
        {
            tell?.Invoke($"seed {history.Seed}, {history.FaultProfile}");
            var rough = new RoughRun(history, defect, tell) { AtFirstCalm = CalmMoment.Check };
            rough.Run();
            Comparison.CheckNothingIsOverdue(rough.Overdue);
            var smooth = new SmoothRun();
            smooth.Run(rough.Commits, rough.Now.AddDays(1)); // Later than any process thought it was.
            if (!rough.NeedsSweep)
            {
                Comparison.Check(rough.Storage, smooth.Storage, isSwept: false);
            }

            if (rough.NeedsSweep || history.Seed % SweptShare == 0)
            {
                rough.SweepPages();
                smooth.SweepPages();
                Comparison.Check(rough.Storage, smooth.Storage, isSwept: true);
            }

            return new Verdict(history.Seed, null);
        }
        catch (Exception failure) when (failure is DivergenceException or TimeoutException or InvalidOperationException)
        {
            return new Verdict(history.Seed, failure is DivergenceException ? failure.Message : failure.ToString());
        }
    }

    /// <summary>The command that shows the history step by step.</summary>
    public string Replay => $"dotnet run -c Release --project tests/Lysekil.Convergence -- --replay {Seed}";

    public override string ToString() => $"seed {Seed}: {Divergence ?? "converges"}";
}
