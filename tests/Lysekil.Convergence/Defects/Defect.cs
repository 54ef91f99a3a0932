using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Defects;

/// <summary>
/// Something wrong on purpose, to see that the simulation can see it: between the engine and its storage, or in how
/// messages are handled. The engine itself knows nothing of it.
/// </summary>
/// <param name="Name">In a few words, for the command line.</param>
/// <param name="Rule">Which rule it breaks.</param>
/// <param name="Symptom">What differs in the end, and why.</param>
public sealed record Defect(string Name, string Rule, string Symptom)
{
    /// <summary>The faults that it shows in soonest; <c>null</c>: the seed's own.</summary>
    public FaultProfile? FaultProfile { get; init; }

    /// <summary>The kind of history that it shows best in.</summary>
    internal Func<int, FaultProfile?, History> CreateHistory { get; init; } = HistoryGenerator.Create;

    /// <summary>A history that may show it.</summary>
    public History HistoryOf(int seed) => CreateHistory(seed, FaultProfile);

    /// <summary>Puts the defect between an engine and its storage.</summary>
    internal Func<SiteStorage, DefectContext, SiteStorage> Inject { get; init; } = (storage, _) => storage;

    /// <summary>Which try a message says that it is.</summary>
    internal Func<int, int> Attempt { get; init; } = attempt => attempt;

    /// <summary>Whether a message is gone when its function fails.</summary>
    internal bool DeletesFailedMessages { get; init; }

    public override string ToString() => Name;
}

/// <summary>What a defect may know besides the storage that it spoils.</summary>
/// <param name="Truth">What is really stored; reading it is no storage call.</param>
/// <param name="Current">On whose behalf storage is called.</param>
internal sealed record DefectContext(SimulatedStorage Truth, Func<FunctionInvocation?> Current);
