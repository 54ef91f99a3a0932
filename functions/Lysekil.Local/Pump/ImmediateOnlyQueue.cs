using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Pump;

/// <summary>
/// Drops messages that would show later: for a session that ends before they would, and whose storage ends with it.
/// Nothing but a scheduled article's alarm is sent so.
/// </summary>
/// <param name="queue">Where the other messages go.</param>
internal sealed class ImmediateOnlyQueue(IQueue queue) : IQueue
{
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        delay > TimeSpan.Zero ? Task.CompletedTask : queue.SendAsync(message, delay, cancellation);
}
