namespace Lysekil.Publishing.Storage;

/// <summary>
/// A queue of requests to work. Messages may arrive twice, late and in any order; losing one only delays (R6).
/// </summary>
public interface IQueue
{
    /// <summary>Sends a message.</summary>
    /// <param name="message">
    /// Text of up to 48 KiB (64 KiB once encoded in base64, as the functions host expects it).
    /// </param>
    /// <param name="delay">The time until it is visible; up to seven days.</param>
    /// <param name="cancellation">Ends the wait; the message may have been sent.</param>
    Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation);

    /// <summary>
    /// Sends a message that its sender means to withdraw before it is visible. A queue that does not say otherwise
    /// cannot take it back.
    /// </summary>
    /// <param name="message">As of any message.</param>
    /// <param name="delay">The time until it is visible.</param>
    /// <param name="cancellation">Ends the wait; the message may have been sent.</param>
    /// <returns>What withdraws it; <c>null</c> if it cannot be withdrawn.</returns>
    async Task<MessageReceipt?> HoldAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        await SendAsync(message, delay, cancellation);
        return null;
    }

    /// <summary>Deletes a held message. Nothing happens if it is gone, or has been received since.</summary>
    Task WithdrawAsync(MessageReceipt receipt, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>Names a message that was sent, for its sender.</summary>
/// <param name="Id">The message's identifier.</param>
/// <param name="Receipt">Valid until the message is received.</param>
public sealed record MessageReceipt(string Id, string Receipt);
