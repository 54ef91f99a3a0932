using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Defects;

/// <summary>
/// A deliberate defect, which shows that the simulation detects a broken rule. It sits between the engine and its
/// storage, or in the handling of messages, so the engine needs no code for it.
/// </summary>
/// <param name="Name">Tells what is wrong, for the command line.</param>
/// <param name="Rule">The rule of docs/protocol.md that it breaks.</param>
/// <param name="Symptom">How the site differs in the end.</param>
public sealed record Defect(string Name, string Rule, string Symptom)
{
    /// <summary>The faults that reveal the defect soonest; <c>null</c> for those of the seed.</summary>
    public FaultProfile? FaultProfile { get; init; }

    /// <summary>
    /// The history that revealed the defect last, which a search begins with; 0 if one of the first ones does. Another
    /// engine or another mix of histories may move it.
    /// </summary>
    public int RevealingSeed { get; init; }

    /// <summary>Creates the kind of history that reveals the defect best.</summary>
    internal Func<int, FaultProfile?, History> CreateHistory { get; init; } = HistoryGenerator.Create;

    /// <summary>A history that may reveal the defect.</summary>
    public History HistoryOf(int seed) => CreateHistory(seed, FaultProfile);

    /// <summary>Puts the defect between an engine and its storage.</summary>
    internal Func<SiteStorage, DefectContext, SiteStorage> Inject { get; init; } = (storage, _) => storage;

    /// <summary>Alters the attempt that a message reports.</summary>
    internal Func<int, int> Attempt { get; init; } = attempt => attempt;

    /// <summary>True if a message is deleted when its invocation fails.</summary>
    internal bool DeletesFailedMessages { get; init; }

    public override string ToString() => Name;
}

/// <summary>What a defect may use besides the storage that it decorates.</summary>
/// <param name="Truth">The undecorated storage; reading it is not a storage call.</param>
/// <param name="Current">The invocation that is calling storage.</param>
internal sealed record DefectContext(SimulatedStorage Truth, Func<FunctionInvocation?> Current);
