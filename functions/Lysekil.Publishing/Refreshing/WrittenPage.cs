using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Refreshing;

/// <summary>A page that is as it was rendered in this round; the index is still to learn of it.</summary>
/// <param name="Refresh">The request, with the result and the followers of this round.</param>
/// <param name="Rendered">The page, and what was read of it.</param>
/// <param name="Changes">What is to be committed.</param>
/// <param name="HasDrifted">Whether a sweep found the page out of step.</param>
internal sealed record WrittenPage(
    PageRefresh Refresh, RenderedPage Rendered, IReadOnlyList<RowChange> Changes, bool HasDrifted) : PageState(Refresh)
{
    /// <summary>Continues once the changes are committed.</summary>
    public PageState Commit(DateTimeOffset now)
    {
        if (HasDrifted)
        {
            PublishingMeter.FoundPage();
        }
        else
        {
            Measure(now);
        }

        // R2: Without a stale row, no refresher that reads the page meanwhile is told of this write. One more round
        // makes sure that the page is not older than what the others saw.
        return Rendered.Observed.Due.Stale is null && (Changes.Count > 0 || Rendered.Differs)
            ? Refresh.Again()
            : Refresh.End(Refresh.Result);
    }

    /// <summary>
    /// Records how long the page was stale and, if this write brought its own source live, how long that took. A write
    /// for a new theme, a neighbour or a picture brings no source live.
    /// </summary>
    private void Measure(DateTimeOffset now)
    {
        var (due, blob, _, _) = Rendered.Observed;
        if (due.Stale is { } stale)
        {
            PublishingMeter.WasStale(now - stale.Modified);
        }

        if (Rendered.Differs && Rendered.Rendering.Due is { } since && (blob is null || blob.Modified < since))
        {
            PublishingMeter.WentLive(now - since);
        }
    }
}
