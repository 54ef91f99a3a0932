using Lysekil.Convergence.Defects;
using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Oracle;
using Lysekil.Convergence.Running;

namespace Lysekil.Convergence;

/// <summary>The result of checking one history.</summary>
/// <param name="Seed">The seed of the history.</param>
/// <param name="Divergence">The difference from the reference run; <c>null</c> if the history converges.</param>
public sealed record HistoryResult(int Seed, string? Divergence)
{
    /// <summary>
    /// In one of this many histories pages are reconciled at the end, which must change nothing and costs as much as
    /// the run.
    /// </summary>
    private const int SweptShare = 4;

    /// <param name="seed">The seed of the history.</param>
    /// <param name="defect">A deliberate defect in the storage below the engine, if any.</param>
    /// <param name="trace">Receives a line for each step.</param>
    public static HistoryResult Check(int seed, Defect? defect = null, Action<string>? trace = null) =>
        Check(defect?.HistoryOf(seed) ?? HistoryGenerator.Create(seed), defect, trace);

    /// <summary>Checks a history in which a later engine runs beside today's for a while.</summary>
    /// <param name="seed">The seed of the history.</param>
    /// <param name="trace">Receives a line for each step.</param>
    public static HistoryResult CheckDeployment(int seed, Action<string>? trace = null) =>
        Check(HistoryGenerator.Create(seed) with { IsDeployment = true }, trace: trace);

    /// <inheritdoc cref="Check(int, Defect?, Action{string}?)"/>
    public static HistoryResult Check(History history, Defect? defect = null, Action<string>? trace = null)
    {
        try
        {
            trace?.Invoke($"seed {history.Seed}, {history.FaultProfile}");
            var run = new FaultInjectionRun(history, defect, trace) { AtFirstQuiescence = QuiescenceCheck.Check };
            run.Run();
            ConvergenceOracle.CheckNothingIsOverdue(run.Overdue);
            var reference = new ReferenceRun(history.LastEngine);
            reference.Run(run.Commits, run.Now.AddDays(1)); // Later than the clock of any process.
            if (history.IsDeployment)
            {
                reference.Rebuild();
            }

            var needsSweep = run.NeedsSweep || history.IsDeployment;
            if (!needsSweep)
            {
                ConvergenceOracle.Check(run.Storage, reference.Storage, isSwept: false);
            }

            if (needsSweep || history.Seed % SweptShare == 0)
            {
                run.SweepPages();
                reference.SweepPages();
                ConvergenceOracle.Check(run.Storage, reference.Storage, isSwept: true);
            }

            if (history.IsDeployment)
            {
                DeploymentCheck.Check(run.Storage, history.LastEngine);
            }

            return new HistoryResult(history.Seed, null);
        }
        catch (Exception failure) when (failure is DivergenceException or TimeoutException or InvalidOperationException)
        {
            return new HistoryResult(
                history.Seed, failure is DivergenceException ? failure.Message : failure.ToString())
            {
                IsDeployment = history.IsDeployment,
            };
        }
    }

    /// <summary>The command that shows the history step by step.</summary>
    public string Replay => "dotnet run -c Release --project tests/Lysekil.Convergence -- "
        + $"--replay {Seed}{(IsDeployment ? " --deployments" : "")}";

    private bool IsDeployment { get; init; }

    public override string ToString() => $"seed {Seed}: {Divergence ?? "converges"}";
}
