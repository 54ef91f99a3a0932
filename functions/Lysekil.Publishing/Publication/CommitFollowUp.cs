using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// What follows a commit. It refreshes the source's own page, so that the page is live without a second message and
/// before any listing links to it; tags the source for its editor; looks back at the source (R1); asks which listings
/// the article's place affects (<see cref="AffectedListings"/>); and sends the messages of the outbox entry. Those of
/// the other pages are held back, since the caller refreshes these pages once all is done here.
/// </summary>
/// <param name="storage">The site's storage.</param>
/// <param name="index">Its index.</param>
/// <param name="renderer">Opens the snapshot of the index.</param>
/// <param name="rebuilder">Starts the first rebuild.</param>
/// <param name="alarm">Set for scheduled articles, and for texts that expire.</param>
/// <param name="refresher">Refreshes the own page; <c>null</c> leaves all pages to messages.</param>
internal sealed class CommitFollowUp(
    SiteStorage storage,
    SiteIndex index,
    PageRenderer renderer,
    Rebuilder rebuilder,
    PublicationAlarm alarm,
    Refresher? refresher)
{
    private readonly MessageSender _messages = new(storage);
    private readonly AssetReferences _references = new(index, new MessageSender(storage));
    private readonly LinkReferences _links = new(index, new MessageSender(storage));

    /// <summary>Follows up one commit.</summary>
    /// <param name="publish">What was committed.</param>
    /// <param name="attempt">
    /// The attempt at the message, from 1. The first may have crashed after it began the site's first rebuild, and
    /// before it sent the message for it; or after it wrote an old state of the own page.
    /// </param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>
    /// Whether the publish is done, or has to start again from the source; what became of the own page; and the
    /// messages that are held back for the others.
    /// </returns>
    public async Task<(bool IsDone, RefreshOutcome? Refreshed, IReadOnlyList<HeldRefresh> Held)> RunAsync(
        CommittedPublish publish, int attempt, CancellationToken cancellation)
    {
        var snapshot = new AsyncLazy<Snapshot>(() => OpenSnapshotAsync(publish, attempt, cancellation));
        var asking = AskAsync(publish, snapshot, cancellation); // First, so that the page's queries share the answers.
        var refreshing = RefreshOwnPageAsync(publish, snapshot, cancellation);
        var following = FollowAsync(publish, attempt, asking, refreshing, cancellation);
        try
        {
            await Task.WhenAll(refreshing, following);
        }
        finally
        {
            await EndAsync(snapshot);
        }

        var (isDone, held) = await following;
        return (isDone, await refreshing, held);
    }

    /// <summary>One look at the index after the commit, which the own page and the follow-up share.</summary>
    /// <param name="OwnPages">The own page as observed before that; <c>null</c> if none is refreshed here.</param>
    /// <param name="Pass">Reads the index.</param>
    private sealed record Snapshot(ObservedPages? OwnPages, RenderPass Pass);

    /// <summary>The answers of the index once the commit stands.</summary>
    private sealed record Answers(Site Site, IReadOnlyList<PageKey> AffectedListings);

    /// <summary>R2: Observes the own page, and then opens the snapshot.</summary>
    private async Task<Snapshot> OpenSnapshotAsync(
        CommittedPublish publish, int attempt, CancellationToken cancellation)
    {
        var own = OwnPage(publish);
        PageKey[] pages = [.. own is null ? [] : new[] { own }, .. attempt > 1 ? publish.EarlierPages : []];
        if (refresher is null || pages.Length == 0)
        {
            return new Snapshot(null, renderer.BeginPass([], cancellation));
        }

        var request = new RefreshRequest(pages, attempt) { FollowsPublish = true };
        if (own is not null && publish.OwnPageStaleVersion is { } version)
        {
            request = request with { StaleVersion = new Dictionary<PageKey, ETag> { [own] = version } };
        }

        var observed = await refresher.ObserveAsync(request, cancellation);
        return new Snapshot(observed, renderer.BeginPass(observed.ToRender, cancellation));
    }

    /// <summary>Ends the pass, also of a snapshot whose own page was not refreshed.</summary>
    private static async Task EndAsync(AsyncLazy<Snapshot> snapshot)
    {
        Task<Snapshot> opening = snapshot.GetAsync();
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully)
        {
            (await opening).Pass.Dispose();
        }
    }

    private async Task<Answers> AskAsync(
        CommittedPublish publish, AsyncLazy<Snapshot> snapshot, CancellationToken cancellation)
    {
        var pass = (await snapshot.GetAsync()).Pass;
        var askingSite = pass.SiteAsync();
        var listings = new AffectedListings(pass.Index, isBulk: refresher is null);
        var askingAffected = listings.OfAsync(publish.Outbox!.Value, publish.Path, cancellation);
        var askingParts = PartsAsync();
        // Asked before the own page asks for it: the page waits for its claims first.
        Task askingRelated = OwnPage(publish) is not null
            && publish.After?.Live is { Date: { } date, Expired: null, Topics: var topics }
            ? RelatedArticles.AskAsync(pass.Index, topics, date, publish.Path, cancellation)
            : Task.CompletedTask;
        await Task.WhenAll(askingSite, askingAffected, askingParts, askingRelated);
        var site = await askingSite;
        var affected = AffectedListings.WithSections(await askingAffected, site.Settings.Front);
        return new Answers(site, [.. affected.Union(await askingParts).Where(p => p != publish.OwnPage)]);

        async Task<IEnumerable<PageKey>> PartsAsync() => (await askingSite).HasDivided
            ? await listings.PartsAsync(publish.Outbox!.Value, cancellation)
            : [];
    }

    private async Task<RefreshOutcome?> RefreshOwnPageAsync(
        CommittedPublish publish, AsyncLazy<Snapshot> snapshot, CancellationToken cancellation)
    {
        var (ownPages, pass) = await snapshot.GetAsync();
        if (ownPages is null)
        {
            return null;
        }

        var outcomes = await refresher!.CompleteAsync(ownPages, pass, cancellation);
        return outcomes.FirstOrDefault(o => o.Page == OwnPage(publish));
    }

    /// <summary>The page that is refreshed here, and needs no message.</summary>
    private PageKey? OwnPage(CommittedPublish publish) =>
        refresher is not null && publish.OwnPage is { } page && publish.Outbox!.Value.Pages.Contains(page)
            ? page
            : null;

    /// <returns>Whether the publish is done, and the messages that are held back.</returns>
    private async Task<(bool IsDone, IReadOnlyList<HeldRefresh> Held)> FollowAsync(
        CommittedPublish publish, int attempt, Task<Answers> asking, Task refreshing, CancellationToken cancellation)
    {
        var outbox = publish.Outbox!.Value;
        var tagging = publish.After is { State: not SourceState.Deleted } record
            ? storage.Content.TagAsync(publish.Path.Value, SourceTags.Of(record), cancellation)
            : Task.CompletedTask;
        var lookingBack = storage.Content.FindAsync(publish.Path.Value, cancellation);
        await Task.WhenAll(tagging, lookingBack, asking);
        var (site, affected) = await asking;

        // R1: A delete or an upload during this publish may have found nothing to do. The same goes for a new time
        // zone or language, and for a new address or new redirects of the site.
        if ((await lookingBack)?.ETag != publish.Version?.ETag
            || site.Settings.Region != publish.Region
            || publish.After?.HasLinksOf(site.Settings) == false)
        {
            return (false, []);
        }

        if (await UpdateReferencesAsync(publish, site.Settings, cancellation) is not { } version)
        {
            return (false, []);
        }

        var key = IndexKeys.OutboxEntry(publish.Path);
        foreach (var listings in affected.Chunk(ITable.MostChanges - 1))
        {
            // R1, R6: One commit marks the listings stale and enters them in the outbox: after a crash in between, no
            // message would refresh them. It fails if another publisher has moved the source on. What several changes
            // left, of which each follow-up crashed, may be more than one commit holds.
            var more = outbox with { Pages = [.. outbox.Pages.Union(affected)] };
            var entry = new RowChange.Replace(key, OutboxEntryRow.Codec.Write((publish.Path, more)), version);
            RowChange[] changes = [entry, .. listings.Select(SiteIndex.MarkStale)];
            if (await index.Table.CommitAsync(changes, cancellation) is not { } etags)
            {
                return (false, []);
            }

            version = etags[0]!.Value;
        }

        var others = outbox.Pages.Union(affected).Where(p => p != OwnPage(publish));
        var held = await SendAsync(publish, others, attempt, refreshing, cancellation);
        if (await index.Table.CommitAsync([new RowChange.Delete(key, version)], cancellation) is null)
        {
            return (false, held);
        }

        if (!site.IsBuilt)
        {
            // A new site, or a new engine: some pages belong to no source.
            await rebuilder.StartOnceAsync(cancellation);
        }

        return (true, held);
    }

    private async Task<IReadOnlyList<HeldRefresh>> SendAsync(
        CommittedPublish publish,
        IEnumerable<PageKey> pages,
        int attempt,
        Task refreshing,
        CancellationToken cancellation)
    {
        var outbox = publish.Outbox!.Value;
        var holding = refresher is null
            ? Task.FromResult<IReadOnlyList<HeldRefresh>>([])
            : _messages.HoldAsync(pages, cancellation);
        await refreshing; // Other messages are handled as soon as they are sent, and their pages link to the own page.
        List<Task> sending = [holding, _messages.PublishAsync(outbox.Others, cancellation)];
        if (refresher is null)
        {
            sending.Add(_messages.RefreshAsync(pages, cancellation));
        }

        if (outbox.Alarm is { } date && date == publish.After?.Due)
        {
            sending.Add(alarm.SetAsync(publish.Path, date, cancellation));
        }

        if (attempt > 1 || publish.Path.Kind is SourceKind.Settings or SourceKind.Theme)
        {
            sending.Add(_messages.RebuildAsync(cancellation));
        }

        await Task.WhenAll(sending);
        return await holding;
    }

    /// <returns>The next version of the outbox entry; <c>null</c> if the source must be published again.</returns>
    private async Task<ETag?> UpdateReferencesAsync(
        CommittedPublish publish, SiteSettings settings, CancellationToken cancellation)
    {
        var (outbox, version) = publish.Outbox!;
        var updated = outbox.Assets.Count > 0 || outbox.Embedded.Count > 0
            ? await _references.UpdateAsync(publish, version, cancellation)
            : outbox.CallsUsers ? await _references.RepublishUsersAsync(publish, version, cancellation)
            : version;
        if (updated is { } afterAssets && outbox.Links.Count > 0)
        {
            updated = await _links.UpdateAsync(publish, afterAssets, settings, cancellation);
        }

        return updated is { } afterLinks && outbox.Targets.Count > 0
            ? await _links.RepublishLinkingAsync(publish, afterLinks, cancellation)
            : updated;
    }
}
