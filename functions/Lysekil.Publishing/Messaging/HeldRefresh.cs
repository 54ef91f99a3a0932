using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Messaging;

/// <summary>
/// A message that asks to refresh pages and is held back, since its sender refreshes them itself: the safety net of the
/// sender (R6).
/// </summary>
/// <param name="Pages">The pages.</param>
/// <param name="Receipt">
/// What withdraws the message; <c>null</c> if it cannot be withdrawn, and shows in any case.
/// </param>
public sealed record HeldRefresh(EquatableList<PageKey> Pages, MessageReceipt? Receipt)
{
    /// <summary>
    /// How long the message is held: longer than a sender takes that has just started, and short beside the ten minutes
    /// after which the queue shows the message of one that died.
    /// </summary>
    public static TimeSpan Time { get; } = TimeSpan.FromMinutes(1);
}
