using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Pump;

/// <summary>
/// Drops messages with a delay, for a session that ends before they would show, and whose storage ends with it. Only
/// the message of a scheduled article has a delay.
/// </summary>
/// <param name="queue">The queue that the other messages are sent to.</param>
internal sealed class ImmediateOnlyQueue(IQueue queue) : IQueue
{
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        delay > TimeSpan.Zero ? Task.CompletedTask : queue.SendAsync(message, delay, cancellation);
}
