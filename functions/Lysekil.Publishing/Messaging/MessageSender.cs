using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Messaging;

/// <summary>Sends the messages that publish sources, refresh pages and continue the rebuild.</summary>
public sealed class MessageSender(SiteStorage storage)
{
    /// <summary>
    /// The most messages of one call that are under way at once: about as many as a queue takes, which is some two
    /// thousand a second at ten milliseconds each (scalability targets of Queue Storage).
    /// </summary>
    public const int MostAtOnce = 16;

    /// <summary>Sends one message for each source, so that each has its own attempts.</summary>
    public Task PublishAsync(IEnumerable<SourcePath> sources, CancellationToken cancellation) =>
        SendAllAsync(sources, s => storage.ContentEvents.SendAsync(
            ContentEvent.Publish(s, trace: PublishingTrace.Current), TimeSpan.Zero, cancellation));

    /// <summary>
    /// Sends as few messages as possible, since pages that are refreshed together share their queries.
    /// </summary>
    public Task RefreshAsync(IEnumerable<PageKey> pages, CancellationToken cancellation) =>
        SendAllAsync(PageRefreshMessage.For(pages), m =>
            SendAsync(m with { Trace = PublishingTrace.Current }, TimeSpan.Zero, cancellation));

    /// <summary>Sends messages for pages that were deferred.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="force">Whether the pages are rendered even without a stale row.</param>
    /// <param name="trace">The span that the messages carry.</param>
    /// <param name="delay">The time until the messages show.</param>
    /// <param name="cancellation">Cancels the sending.</param>
    public Task RefreshLaterAsync(
        IEnumerable<PageKey> pages, bool force, string? trace, TimeSpan delay, CancellationToken cancellation) =>
        SendAllAsync(
            PageRefreshMessage.For(pages),
            m => SendAsync(m with { Force = force, Trace = trace }, delay, cancellation));

    /// <summary>Sends the message for the next slice of the rebuild.</summary>
    public Task RebuildAsync(CancellationToken cancellation) => RebuildAsync(0, TimeSpan.Zero, cancellation);

    /// <summary>
    /// Sends the message for the next slice of the rebuild, with the number of times that the slice has waited.
    /// </summary>
    public Task RebuildAsync(int waits, TimeSpan delay, CancellationToken cancellation) =>
        SendAsync(PageRefreshMessage.Rebuild with { Waits = waits }, delay, cancellation);

    private static async Task SendAllAsync<T>(IEnumerable<T> messages, Func<T, Task> send)
    {
        foreach (var some in messages.Chunk(MostAtOnce))
        {
            await Task.WhenAll(some.Select(send));
        }
    }

    private Task SendAsync(PageRefreshMessage message, TimeSpan delay, CancellationToken cancellation) =>
        storage.PageRefreshes.SendAsync(message.Write(), delay, cancellation);
}
