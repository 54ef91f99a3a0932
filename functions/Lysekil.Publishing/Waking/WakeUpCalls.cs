using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Waking;

/// <summary>Wakes those who publish and refresh. One message each, so that each is tried by itself.</summary>
public sealed class WakeUpCalls(SiteStorage storage)
{
    public Task PublishAsync(IEnumerable<SourcePath> sources, CancellationToken cancellation) =>
        Task.WhenAll(sources.Select(s => storage.ContentEvents.SendAsync(ContentEvent.Publish(s, trace: PublishingTrace.Current), TimeSpan.Zero, cancellation)));

    public Task RefreshAsync(IEnumerable<PageKey> pages, CancellationToken cancellation) =>
        Task.WhenAll(pages.Select(p => SendAsync(new PageRefreshMessage(p) { Trace = PublishingTrace.Current }, TimeSpan.Zero, cancellation)));

    /// <summary>Wakes the next slice of the rebuild.</summary>
    public Task RebuildAsync(CancellationToken cancellation) => RebuildAsync(0, TimeSpan.Zero, cancellation);

    /// <summary>Wakes the next slice of the rebuild after a while, telling how often it has waited.</summary>
    public Task RebuildAsync(int waits, TimeSpan delay, CancellationToken cancellation) =>
        SendAsync(PageRefreshMessage.Rebuild with { Waits = waits }, delay, cancellation);

    private Task SendAsync(PageRefreshMessage message, TimeSpan delay, CancellationToken cancellation) =>
        storage.PageRefreshes.SendAsync(message.Write(), delay, cancellation);
}
