using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>What one slice of a round came to.</summary>
/// <param name="Drifted">Sources that differ from the archive.</param>
/// <param name="Compared">How many sources were compared.</param>
/// <param name="Next">Where the next slice begins; <c>null</c> at the end of the round.</param>
internal sealed record SourceSlice(IReadOnlyList<SourcePath> Drifted, int Compared, RoundPosition? Next);
