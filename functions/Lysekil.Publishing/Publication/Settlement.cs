using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Waking;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// What follows a commit. It wakes the refreshes, tells the editor, looks back at the source, and asks again what depends
/// on other sources' rows, since they may have been committed meanwhile: each of two neighbours that come at once sees
/// the other at the latest here.
/// </summary>
internal sealed class Settlement(SiteStorage storage, ArchiveIndex archive, SiteReader sites)
{
    /// <summary>Does the work; <c>false</c> when the source must be published again from the start.</summary>
    public async Task<bool> SettleAsync(PublishStep step, CancellationToken cancellation)
    {
        var owed = step.Owed!.Value;
        var waking = WakeAsync(owed.Pages, cancellation);
        var tagging = step.After is { State: not SourceState.Deleted } record
            ? storage.Content.TagAsync(step.Path.Value, SourceTags.Of(record), cancellation)
            : Task.FromResult(true);
        var lookingBack = storage.Content.FindAsync(step.Path.Value, cancellation);
        var askingZone = sites.CurrentTimeZoneAsync(cancellation);
        var askingNeighbours = Task.WhenAll(owed.Positions.Select(Columns.Moment).SelectMany(date => new[]
        {
            archive.NewerAsync(date, step.Path, cancellation),
            archive.OlderAsync(date, step.Path, cancellation),
        }));
        var askingClaims = Task.WhenAll(owed.Claimed.Select(page => archive.ClaimsOnAsync(page, cancellation)));
        await Task.WhenAll(waking, tagging, lookingBack, askingZone, askingNeighbours, askingClaims);

        var claims = await askingClaims;
        if ((await lookingBack)?.ETag != step.Version?.ETag
            || (await askingZone).Id != step.Zone.Id
            || claims.Any(page => IsAtOdds(page, step.Path)))
        {
            return false;
        }

        var neighbours = (await askingNeighbours).OfType<Listing>().Select(l => l.Page).Distinct().ToList();
        var others = claims.SelectMany(page => page.Where(c => IsAtOdds(page, c.Path)).Select(c => c.Path)).Distinct().ToList();
        var changes = neighbours.Select(ArchiveIndex.MarkStale).ToList();
        foreach (var other in others)
        {
            changes.Add(await OweAsync(other, cancellation));
        }

        changes.Add(new RowChange.Delete(ArchiveKeys.Owed(step.Path), step.Owed.ETag));
        if (await archive.Table.CommitAsync(changes, cancellation) is null)
        {
            return false;
        }

        await Task.WhenAll(
            WakeAsync(neighbours, cancellation),
            Task.WhenAll(others.Select(o => storage.ContentEvents.SendAsync(ContentEvent.Publish(o), TimeSpan.Zero, cancellation))),
            WakeRebuildAsync(step, cancellation));
        return true;
    }

    /// <summary>Whether a source stands at a page that belongs to another, or waits for one that belongs to it.</summary>
    private static bool IsAtOdds(IReadOnlyList<Claim> page, SourcePath path) =>
        page.FirstOrDefault(c => c.Path == path) is { Kind: not ClaimKind.Redirect } claim
        && (Claim.Owner(page) == path) != (claim.Kind == ClaimKind.Live);

    /// <summary>The change that sends another source through its publishing again, whatever it is doing now.</summary>
    private async Task<RowChange> OweAsync(SourcePath path, CancellationToken cancellation) =>
        await archive.FindOwedAsync(path, cancellation) is { } owed
            ? new RowChange.Replace(ArchiveKeys.Owed(path), owed.Value.Write(path.Value), owed.ETag)
            : new RowChange.Insert(ArchiveKeys.Owed(path), OwedWork.None.Write(path.Value));

    private Task WakeAsync(IEnumerable<PageKey> pages, CancellationToken cancellation) => Task.WhenAll(
        pages.Select(p => storage.PageRefreshes.SendAsync(new PageRefreshMessage(p).Write(), TimeSpan.Zero, cancellation)));

    private Task WakeRebuildAsync(PublishStep step, CancellationToken cancellation) =>
        step.Path.Kind is SourceKind.Settings or SourceKind.Theme
            ? storage.PageRefreshes.SendAsync(PageRefreshMessage.Rebuild.Write(), TimeSpan.Zero, cancellation)
            : Task.CompletedTask;
}
