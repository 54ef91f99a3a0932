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
    /// <param name="deferred">What the messages say, except the pages.</param>
    /// <param name="delay">The time until the messages show.</param>
    /// <param name="followsPublish">Whether they go to the queue of publishes.</param>
    /// <param name="cancellation">Cancels the sending.</param>
    public Task RefreshLaterAsync(
        IEnumerable<PageKey> pages,
        PageRefreshMessage deferred,
        TimeSpan delay,
        bool followsPublish,
        CancellationToken cancellation)
    {
        var queue = followsPublish ? storage.ContentEvents : storage.PageRefreshes;
        return SendAllAsync(
            PageRefreshMessage.For(pages),
            m => queue.SendAsync((deferred with { Pages = m.Pages }).Write(), delay, cancellation));
    }

    /// <summary>
    /// R6: Sends the messages of pages that the sender itself refreshes at once, and then withdraws. They show only if
    /// it does not, and R2: render the pages in any case, since it may have written an old state before it died.
    /// </summary>
    public async Task<IReadOnlyList<HeldRefresh>> HoldAsync(
        IEnumerable<PageKey> pages, CancellationToken cancellation)
    {
        var held = new List<HeldRefresh>();
        foreach (var some in PageRefreshMessage.For(pages).Chunk(MostAtOnce))
        {
            held.AddRange(await Task.WhenAll(some.Select(HoldAsync)));
        }

        return held;

        async Task<HeldRefresh> HoldAsync(PageRefreshMessage message)
        {
            var text = (message with { Force = true, Trace = PublishingTrace.Current }).Write();
            var receipt = await storage.ContentEvents.HoldAsync(text, HeldRefresh.Time, cancellation);
            return new HeldRefresh(message.Pages, receipt);
        }
    }

    /// <summary>Withdraws a message whose work is done.</summary>
    public Task WithdrawAsync(HeldRefresh held, CancellationToken cancellation) => held.Receipt is { } receipt
        ? storage.ContentEvents.WithdrawAsync(receipt, cancellation)
        : Task.CompletedTask;

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
