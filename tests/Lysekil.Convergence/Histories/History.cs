namespace Lysekil.Convergence.Histories;

/// <summary>
/// The steps of the editors and the faults to inject. The seed determines both, and every later choice of the run.
/// </summary>
public sealed record History(int Seed, IReadOnlyList<EditorStep> Steps, FaultProfile FaultProfile);
