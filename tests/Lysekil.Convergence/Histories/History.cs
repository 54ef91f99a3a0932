using Lysekil.Convergence.Versions;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// The steps of the editors and the faults to inject. The seed determines both, and every later choice of the run.
/// </summary>
public sealed record History(int Seed, IReadOnlyList<EditorStep> Steps, FaultProfile FaultProfile)
{
    /// <summary>
    /// Whether a later engine runs beside today's while the editors work, as in a deployment.
    /// </summary>
    public bool IsDeployment { get; init; }

    /// <summary>The engine that is left after that: the later one, or today's after a rollback.</summary>
    public EngineGeneration LastEngine =>
        IsDeployment && Seed % 3 != 0 ? EngineGeneration.Later : EngineGeneration.Today;
}
