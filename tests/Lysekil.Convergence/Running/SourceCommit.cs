using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>A commit of a source's own row, as it happened.</summary>
/// <param name="Path">Which source.</param>
/// <param name="Version">The version that was seen; <c>null</c> where the source was gone.</param>
/// <param name="Row">What was committed; <c>null</c> where the row went.</param>
/// <param name="At">What the clock of whoever committed said.</param>
public sealed record SourceCommit(string Path, SimulatedBlob? Version, Row? Row, DateTimeOffset At);
