using Lysekil.Convergence.Defects;
using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Oracle;
using Lysekil.Convergence.Running;

namespace Lysekil.Convergence;

/// <summary>Whether one history converges.</summary>
/// <param name="Seed">Which history.</param>
/// <param name="Divergence">What went wrong; <c>null</c> where nothing did.</param>
public sealed record HistoryResult(int Seed, string? Divergence)
{
    /// <summary>After one history of so many, pages are reconciled too, which must change nothing and costs as much as a run.</summary>
    private const int SweptShare = 4;

    /// <param name="seed">Which history.</param>
    /// <param name="defect">What is wrong with the storage below the engine; normally nothing.</param>
    /// <param name="trace">Told each step, for a readable history.</param>
    public static HistoryResult Check(int seed, Defect? defect = null, Action<string>? trace = null) =>
        Check(defect?.HistoryOf(seed) ?? HistoryGenerator.Create(seed), defect, trace);

    /// <inheritdoc cref="Check(int, Defect?, Action{string}?)"/>
    public static HistoryResult Check(History history, Defect? defect = null, Action<string>? trace = null)
    {
        try
        {
            trace?.Invoke($"seed {history.Seed}, {history.FaultProfile}");
            var run = new FaultInjectionRun(history, defect, trace) { AtFirstQuiescence = QuiescenceCheck.Check };
            run.Run();
            ConvergenceOracle.CheckNothingIsOverdue(run.Overdue);
            var reference = new ReferenceRun();
            reference.Run(run.Commits, run.Now.AddDays(1)); // Later than any process thought it was.
            if (!run.NeedsSweep)
            {
                ConvergenceOracle.Check(run.Storage, reference.Storage, isSwept: false);
            }

            if (run.NeedsSweep || history.Seed % SweptShare == 0)
            {
                run.SweepPages();
                reference.SweepPages();
                ConvergenceOracle.Check(run.Storage, reference.Storage, isSwept: true);
            }

            return new HistoryResult(history.Seed, null);
        }
        catch (Exception failure) when (failure is DivergenceException or TimeoutException or InvalidOperationException)
        {
            return new HistoryResult(history.Seed, failure is DivergenceException ? failure.Message : failure.ToString());
        }
    }

    /// <summary>The command that shows the history step by step.</summary>
    public string Replay => $"dotnet run -c Release --project tests/Lysekil.Convergence -- --replay {Seed}";

    public override string ToString() => $"seed {Seed}: {Divergence ?? "converges"}";
}
