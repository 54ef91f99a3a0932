using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Scheduling;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Lysekil.Publishing.Waking;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// What follows a commit. It brings the source's own page in step, so that it is live without a second message and no listing
/// links to a page that is not there yet; wakes the other refreshes, tells the editor, looks back at the source, and asks again
/// which articles are neighbours, since they may have been committed meanwhile: each of two that come at once sees the other at
/// the latest here.
/// </summary>
/// <param name="storage">The site's storage.</param>
/// <param name="archive">Its archive.</param>
/// <param name="sites">Reads its settings.</param>
/// <param name="rebuilder">Begins the first rebuild.</param>
/// <param name="alarm">Set for scheduled articles.</param>
/// <param name="refresher">Refreshes the own page; <c>null</c>: it is woken like the others.</param>
internal sealed class Settlement(
    SiteStorage storage, ArchiveIndex archive, SiteReader sites, Rebuilder rebuilder, PublicationAlarm alarm, Refresher? refresher)
{
    private readonly WakeUpCalls _wake = new(storage);
    private readonly FileUse _files = new(archive, new WakeUpCalls(storage));

    /// <summary>Does the work.</summary>
    /// <param name="step">What was committed.</param>
    /// <param name="attempt">
    /// Which try of its message this is. The first may have begun the site's first rebuild, and died before it woke it; or
    /// written an old state of the own page.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Whether it is done, or the source must be published again from the start; and what became of the own page.</returns>
    public async Task<(bool IsSettled, RefreshOutcome? Refreshed)> SettleAsync(PublishStep step, int attempt, CancellationToken cancellation)
    {
        var waking = RefreshAndWakeAsync(step, attempt, cancellation);
        var isSettled = await SettleAsync(step, waking, cancellation);
        return (isSettled, await waking);
    }

    /// <summary>The own page first, since listings are refreshed as soon as they are woken.</summary>
    private async Task<RefreshOutcome?> RefreshAndWakeAsync(PublishStep step, int attempt, CancellationToken cancellation)
    {
        var owed = step.Owed!.Value;
        var own = refresher is not null && step.OwnPage is { } page && owed.Pages.Contains(page) ? page : null;
        var refreshed = own is null ? null : await RefreshAsync(own, step.OwnPageMarked, attempt, cancellation);
        if (refresher is not null && attempt > 1)
        {
            await Task.WhenAll(step.EarlierPages.Where(p => p != own).Select(p => RefreshAsync(p, marked: null, attempt, cancellation)));
        }

        await Task.WhenAll(
            _wake.RefreshAsync(owed.Pages.Where(p => p != own), cancellation),
            _wake.PublishAsync(owed.Others, cancellation),
            owed.Alarm is { } date && date == step.After?.ScheduledFor ? alarm.SetAsync(step.Path, date, cancellation) : Task.CompletedTask,
            attempt > 1 || step.Path.Kind is SourceKind.Settings or SourceKind.Theme ? _wake.RebuildAsync(cancellation) : Task.CompletedTask);
        return refreshed;
    }

    private async Task<RefreshOutcome> RefreshAsync(PageKey own, ETag? marked, int attempt, CancellationToken cancellation)
    {
        using var span = PublishingTrace.Begin("refresh")?.SetTag("lysekil.page", own.Value);
        var outcome = await refresher!.RefreshAsync(own, attempt, cancellation, marked);
        span?.SetTag("lysekil.outcome", outcome.Result);
        return outcome;
    }

    private async Task<bool> SettleAsync(PublishStep step, Task waking, CancellationToken cancellation)
    {
        var owed = step.Owed!.Value;
        var tagging = step.After is { State: not SourceState.Deleted } record
            ? storage.Content.TagAsync(step.Path.Value, SourceTags.Of(record), cancellation)
            : Task.CompletedTask;
        var lookingBack = storage.Content.FindAsync(step.Path.Value, cancellation);
        var askingSite = sites.ReadAsync(cancellation);
        var askingNeighbours = Task.WhenAll(owed.Positions.Select(Columns.Moment).SelectMany(date => new[]
        {
            archive.NewerAsync(date, step.Path, cancellation),
            archive.OlderAsync(date, step.Path, cancellation),
        }));
        await Task.WhenAll(waking, tagging, lookingBack, askingSite, askingNeighbours);
        var site = await askingSite;
        if ((await lookingBack)?.ETag != step.Version?.ETag || site.Settings.TimeZone.Id != step.Zone.Id)
        {
            return false;
        }

        if (await UseAsync(step, cancellation) is not { } version)
        {
            return false;
        }

        var neighbours = (await askingNeighbours).OfType<Listing>().Select(l => l.Page).Distinct().ToList();
        var key = ArchiveKeys.Owed(step.Path);
        if (neighbours.Count > 0)
        {
            // They are owed from the moment that they are stale, and nobody marks them for work that another has done: or
            // nobody would wake them after a crash in between.
            var more = owed with { Pages = [.. owed.Pages.Union(neighbours)] };
            var changes = neighbours.Select(ArchiveIndex.MarkStale).Prepend(new RowChange.Replace(key, more.Write(step.Path.Value), version));
            if (await archive.Table.CommitAsync([.. changes], cancellation) is not { } etags)
            {
                return false;
            }

            version = etags[0]!.Value;
            await _wake.RefreshAsync(neighbours, cancellation);
        }

        if (await archive.Table.CommitAsync([new RowChange.Delete(key, version)], cancellation) is null)
        {
            return false;
        }

        if (!site.IsBuilt)
        {
            await rebuilder.StartOnceAsync(cancellation); // The first publish of a site, or of a new engine: pages that no source asks for.
        }

        return true;
    }

    private async Task<ETag?> UseAsync(PublishStep step, CancellationToken cancellation) => step.Owed! switch
    {
        { Value.Assets.Count: > 0, ETag: var version } => await _files.SayAsync(step, version, cancellation),
        { Value.CallsUsers: true, ETag: var version } => await _files.CallAsync(step, version, cancellation),
        { ETag: var version } => version,
    };
}
