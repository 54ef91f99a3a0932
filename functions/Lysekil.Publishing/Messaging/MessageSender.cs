using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Messaging;

/// <summary>Wakes those who publish and refresh.</summary>
public sealed class MessageSender(SiteStorage storage)
{
    /// <summary>One message for each source, so that each is tried by itself.</summary>
    public Task PublishAsync(IEnumerable<SourcePath> sources, CancellationToken cancellation) =>
        Task.WhenAll(sources.Select(s => storage.ContentEvents.SendAsync(ContentEvent.Publish(s, trace: PublishingTrace.Current), TimeSpan.Zero, cancellation)));

    /// <summary>As few messages as may be, since pages that are refreshed together ask the archive together.</summary>
    public Task RefreshAsync(IEnumerable<PageKey> pages, CancellationToken cancellation) =>
        Task.WhenAll(PageRefreshMessage.For(pages).Select(m => SendAsync(m with { Trace = PublishingTrace.Current }, TimeSpan.Zero, cancellation)));

    /// <summary>Wakes those who go on with pages that were put off.</summary>
    /// <param name="pages">Which pages.</param>
    /// <param name="force">Whether they are to be rendered, stale or not.</param>
    /// <param name="trace">Whose span the messages carry.</param>
    /// <param name="delay">When they show.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task RefreshLaterAsync(IEnumerable<PageKey> pages, bool force, string? trace, TimeSpan delay, CancellationToken cancellation) =>
        Task.WhenAll(PageRefreshMessage.For(pages).Select(m => SendAsync(m with { Force = force, Trace = trace }, delay, cancellation)));

    /// <summary>Wakes the next slice of the rebuild.</summary>
    public Task RebuildAsync(CancellationToken cancellation) => RebuildAsync(0, TimeSpan.Zero, cancellation);

    /// <summary>Wakes the next slice of the rebuild after a while, telling how often it has waited.</summary>
    public Task RebuildAsync(int waits, TimeSpan delay, CancellationToken cancellation) =>
        SendAsync(PageRefreshMessage.Rebuild with { Waits = waits }, delay, cancellation);

    private Task SendAsync(PageRefreshMessage message, TimeSpan delay, CancellationToken cancellation) =>
        storage.PageRefreshes.SendAsync(message.Write(), delay, cancellation);
}
