namespace Lysekil.Publishing.Storage;

/// <summary>Where the functions host puts the messages of one queue that failed too often.</summary>
public interface IPoisonQueue
{
    /// <summary>Takes messages that show, and hides them for a while.</summary>
    /// <param name="most">How many at most, 1–32.</param>
    /// <param name="hidden">Until they show again, unless they are deleted by then.</param>
    /// <param name="cancellation">Ends the wait; messages may have been hidden.</param>
    Task<IReadOnlyList<PoisonedMessage>> ReceiveAsync(int most, TimeSpan hidden, CancellationToken cancellation);

    /// <summary>Done with a message. Nothing happens where it is gone, or somebody else has received it since.</summary>
    Task DeleteAsync(PoisonedMessage message, CancellationToken cancellation);
}
