using System.Diagnostics;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Refreshing;

/// <summary>A page to refresh: the request for it, and what the rounds so far have done.</summary>
/// <param name="Page">The page.</param>
/// <param name="Attempt">The attempt at its message, from 1.</param>
/// <param name="Force">Whether the page is rendered even without a stale row.</param>
internal sealed record PageRefresh(PageKey Page, int Attempt, bool Force = false)
{
    /// <summary>
    /// The version of the stale row that the caller has just written; <c>null</c> if the row is still to be read.
    /// </summary>
    public ETag? StaleVersion { get; init; }

    /// <summary>When this process marked the page as in progress; <c>null</c> if it did not.</summary>
    public DateTimeOffset? InProgressSince { get; init; }

    public Activity? Span { get; init; }

    /// <summary>True from the second round on: the round before may have written the page.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>What the rounds so far have done to the page.</summary>
    public RefreshResult Result { get; init; } = RefreshResult.Unchanged;

    /// <summary>
    /// The pages to refresh afterwards, since this page's summary changed. On a second attempt these are all pages that
    /// the summary can reach, since the first attempt may have committed it and crashed; so may the sender of a message
    /// that was held back.
    /// </summary>
    public IReadOnlyList<PageKey> Followers { get; init; } =
        Attempt > 1 || Force
            ? [.. PageRoute.ParentsOf(Page), .. PageRoute.FoundBy(Page), .. PageRoute.NamedBy(Page)]
            : [];

    /// <summary>
    /// R2: False if no earlier attempt or round can have written the page. Otherwise an old state may have been written
    /// after another refresher saw the page in step, so the page is rendered again even without a stale row.
    /// </summary>
    public bool MustRender => Attempt > 1 || Force || IsRepeated;

    /// <summary>R2: The race for the page was lost. The next round reads everything again.</summary>
    public PendingPage Again() => new(this with { IsRepeated = true });

    public EndedPage End(RefreshResult result)
    {
        Report(result);
        return new EndedPage(this, result);
    }

    public DeferredPage Defer()
    {
        var result = Result == RefreshResult.Unchanged ? RefreshResult.Deferred : Result;
        Report(result);
        return new DeferredPage(this, result);
    }

    public FailedPage Fail(Exception fault)
    {
        Span.Fail(fault);
        Span?.Dispose();
        return new FailedPage(this, fault);
    }

    private void Report(RefreshResult result)
    {
        PublishingMeter.Refreshed(result);
        Span?.SetTag("lysekil.outcome", result);
        Span?.Dispose();
    }
}
