using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// What follows a commit. It brings the source's own page in step, so that it is live without a second message and no listing
/// links to a page that is not there yet; tells the editor, looks back at the source, asks what the article's place among the
/// others touches (<see cref="AffectedListings"/>), and wakes the other refreshes.
/// </summary>
/// <param name="storage">The site's storage.</param>
/// <param name="index">Its archive.</param>
/// <param name="renderer">Looks at it.</param>
/// <param name="rebuilder">Begins the first rebuild.</param>
/// <param name="alarm">Set for scheduled articles.</param>
/// <param name="refresher">Refreshes the own page; <c>null</c>: it is woken like the others.</param>
internal sealed class CommitFollowUp(
    SiteStorage storage, SiteIndex index, PageRenderer renderer, Rebuilder rebuilder, PublicationAlarm alarm, Refresher? refresher)
{
    private readonly MessageSender _messages = new(storage);
    private readonly FileUse _files = new(index, new MessageSender(storage));

    /// <summary>Does the work.</summary>
    /// <param name="step">What was committed.</param>
    /// <param name="attempt">
    /// Which try of its message this is. The first may have begun the site's first rebuild, and died before it woke it; or
    /// written an old state of the own page.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Whether it is done, or the source must be published again from the start; and what became of the own page.</returns>
    public async Task<(bool IsSettled, RefreshOutcome? Refreshed)> RunAsync(CommittedPublish step, int attempt, CancellationToken cancellation)
    {
        var asking = new TaskCompletionSource<Task<Answers>>();
        var refreshing = RefreshOwnAsync(step, attempt, Ask, cancellation);
        var following = RunAsync(step, attempt, asking.Task, refreshing, cancellation);
        await Task.WhenAll(refreshing, following);
        return (await following, await refreshing);

        // Before the page asks: what both ask, one asks for both.
        void Ask(PageRendering look)
        {
            if (!asking.Task.IsCompleted)
            {
                asking.SetResult(AskAsync(step, look, cancellation));
            }
        }
    }

    /// <summary>What the archive says once the commit stands.</summary>
    private sealed record Answers(Site Site, IReadOnlyList<PageKey> AffectedListings);

    private async Task<Answers> AskAsync(CommittedPublish step, PageRendering look, CancellationToken cancellation)
    {
        var askingSite = look.SiteAsync();
        var askingAffected = new AffectedListings(look.Index, isBulk: refresher is null).OfAsync(step.Outbox!.Value, step.Path, cancellation);
        await Task.WhenAll(askingSite, askingAffected);
        return new Answers(await askingSite, await askingAffected);
    }

    private async Task<RefreshOutcome?> RefreshOwnAsync(CommittedPublish step, int attempt, Action<PageRendering> looking, CancellationToken cancellation)
    {
        var own = OwnPage(step);
        PageKey[] pages = [.. own is null ? [] : new[] { own }, .. attempt > 1 ? step.EarlierPages : []];
        try
        {
            if (refresher is null || pages.Length == 0)
            {
                return null;
            }

            var staleVersions = own is not null && step.OwnPageStaleVersion is { } version ? new Dictionary<PageKey, ETag> { [own] = version } : [];
            var outcomes = await refresher.RefreshAsync(new RefreshRequest(pages, attempt) { StaleVersion = staleVersions, Looking = looking }, cancellation);
            return outcomes.FirstOrDefault(o => o.Page == own);
        }
        finally
        {
            looking(renderer.Begin([], cancellation)); // Where no page was looked at.
        }
    }

    /// <summary>The page that need not be woken.</summary>
    private PageKey? OwnPage(CommittedPublish step) =>
        refresher is not null && step.OwnPage is { } page && step.Outbox!.Value.Pages.Contains(page) ? page : null;

    private async Task<bool> RunAsync(
        CommittedPublish step, int attempt, Task<Task<Answers>> asking, Task refreshing, CancellationToken cancellation)
    {
        var outbox = step.Outbox!.Value;
        var tagging = step.After is { State: not SourceState.Deleted } record
            ? storage.Content.TagAsync(step.Path.Value, SourceTags.Of(record), cancellation)
            : Task.CompletedTask;
        var lookingBack = storage.Content.FindAsync(step.Path.Value, cancellation);
        var answering = asking.Unwrap();
        await Task.WhenAll(tagging, lookingBack, answering);
        var (site, affected) = await answering;
        if ((await lookingBack)?.ETag != step.Version?.ETag || site.Settings.TimeZone.Id != step.Zone.Id)
        {
            return false;
        }

        if (await UseAsync(step, cancellation) is not { } version)
        {
            return false;
        }

        var key = IndexKeys.OutboxEntry(step.Path);
        if (affected.Count > 0)
        {
            // They are owed from the moment that they are stale, and nobody marks them for work that another has done: or
            // nobody would wake them after a crash in between.
            var more = outbox with { Pages = [.. outbox.Pages.Union(affected)] };
            var changes = affected.Select(SiteIndex.MarkStale).Prepend(new RowChange.Replace(key, more.Write(step.Path.Value), version));
            if (await index.Table.CommitAsync([.. changes], cancellation) is not { } etags)
            {
                return false;
            }

            version = etags[0]!.Value;
        }

        await refreshing; // Listings are refreshed as soon as they are woken, and link to it.
        await SendAsync(step, outbox.Pages.Union(affected).Where(p => p != OwnPage(step)), attempt, cancellation);
        if (await index.Table.CommitAsync([new RowChange.Delete(key, version)], cancellation) is null)
        {
            return false;
        }

        if (!site.IsBuilt)
        {
            await rebuilder.StartOnceAsync(cancellation); // The first publish of a site, or of a new engine: pages that no source asks for.
        }

        return true;
    }

    private Task SendAsync(CommittedPublish step, IEnumerable<PageKey> pages, int attempt, CancellationToken cancellation)
    {
        var outbox = step.Outbox!.Value;
        return Task.WhenAll(
            _messages.RefreshAsync(pages, cancellation),
            _messages.PublishAsync(outbox.Others, cancellation),
            outbox.Alarm is { } date && date == step.After?.ScheduledFor ? alarm.SetAsync(step.Path, date, cancellation) : Task.CompletedTask,
            attempt > 1 || step.Path.Kind is SourceKind.Settings or SourceKind.Theme ? _messages.RebuildAsync(cancellation) : Task.CompletedTask);
    }

    private async Task<ETag?> UseAsync(CommittedPublish step, CancellationToken cancellation) => step.Outbox! switch
    {
        { Value.Assets.Count: > 0, ETag: var version } => await _files.SayAsync(step, version, cancellation),
        { Value.CallsUsers: true, ETag: var version } => await _files.CallAsync(step, version, cancellation),
        { ETag: var version } => version,
    };
}
