namespace Lysekil.Publishing.Messaging;

/// <summary>A message as a queue hands it out.</summary>
/// <param name="Message">Its text.</param>
/// <param name="Attempt">
/// How often it was taken from the queue, from 1 to <see cref="ReceivedMessage.MaxAttempts"/>.
/// </param>
/// <param name="Queued">When it was sent; <c>null</c> if that is unknown.</param>
public readonly record struct ReceivedMessage(string Message, int Attempt, DateTimeOffset? Queued = null)
{
    /// <summary>
    /// A message that fails this often is moved to the poison queue (<c>maxDequeueCount</c> in host.json).
    /// </summary>
    public const int MaxAttempts = 5;
}
