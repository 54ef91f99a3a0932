using Lysekil.Convergence.Versions;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>A logged commit of a source's row.</summary>
/// <param name="Path">The path of the source.</param>
/// <param name="Version">The version that the publisher read; <c>null</c> if the source was deleted.</param>
/// <param name="Row">The committed row; <c>null</c> if the commit deleted it.</param>
/// <param name="At">The time by the clock of the committing process.</param>
/// <param name="By">The engine of that process.</param>
public sealed record SourceCommit(
    string Path, SimulatedBlob? Version, Row? Row, DateTimeOffset At, EngineGeneration By);
