using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// How far a round has come, in both orders that it follows: the container's listing and the keys of the index. Each
/// slice of the listing is compared with a range of keys, which may itself take several steps.
/// </summary>
/// <param name="Continuation">Where the slice of the listing begins; <c>null</c> at its start.</param>
/// <param name="From">The key after which the slice's range begins.</param>
/// <param name="Reached">
/// The last key of the range that has been compared; <paramref name="From"/> where none has.
/// </param>
internal sealed record RoundPosition(string? Continuation, string From, string Reached)
{
    public static RoundPosition Start { get; } = new(null, IndexKeys.Sources, IndexKeys.Sources);
}
