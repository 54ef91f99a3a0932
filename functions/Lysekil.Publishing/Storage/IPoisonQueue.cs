namespace Lysekil.Publishing.Storage;

/// <summary>The queue into which the functions host puts the messages of another that failed too often.</summary>
public interface IPoisonQueue
{
    /// <summary>Receives visible messages and hides them for a while.</summary>
    /// <param name="most">How many at most, 1–32.</param>
    /// <param name="hidden">After this they are visible again, unless they are deleted by then.</param>
    /// <param name="cancellation">Ends the wait; messages may have been hidden.</param>
    Task<IReadOnlyList<PoisonedMessage>> ReceiveAsync(int most, TimeSpan hidden, CancellationToken cancellation);

    /// <summary>
    /// Deletes a message. Nothing happens where it is gone, or another instance has received it since.
    /// </summary>
    Task DeleteAsync(PoisonedMessage message, CancellationToken cancellation);
}
