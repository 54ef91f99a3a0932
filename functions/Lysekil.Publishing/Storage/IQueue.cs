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
}
