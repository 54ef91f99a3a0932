using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// How far a round has come, in both of the orders that it follows: the container's listing, and the keys of the archive.
/// Each slice of the listing stands against a stretch of keys, which may itself take several steps.
/// </summary>
/// <param name="Continuation">Where the slice of the listing begins; <c>null</c> at its start.</param>
/// <param name="From">The key after which the slice's stretch begins.</param>
/// <param name="Reached">The last key of the stretch that has been compared; <paramref name="From"/> where none has.</param>
internal sealed record RoundPosition(string? Continuation, string From, string Reached)
{
    public static RoundPosition Start { get; } = new(null, IndexKeys.Sources, IndexKeys.Sources);
}
