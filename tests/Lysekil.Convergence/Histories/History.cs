namespace Lysekil.Convergence.Histories;

/// <summary>What happens from outside, and how rough the way is. The seed gives both, and all that follows.</summary>
public sealed record History(int Seed, IReadOnlyList<EditorStep> Steps, FaultProfile FaultProfile);
