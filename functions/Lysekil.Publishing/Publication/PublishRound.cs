using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>One round of publishing a source: read, decide, keep the accepted content, commit.</summary>
internal sealed class PublishRound(
    SiteStorage storage, SiteIndex index, AcceptedSources accepted, SiteReader sites, TimeProvider clock)
{
    private readonly PublishDecider _decider = new(index, clock);

    /// <param name="path">The source.</param>
    /// <param name="mustFollowUp">Whether a follow-up is due even if there is nothing to commit.</param>
    /// <param name="trial">Decodes a picture first; <c>null</c>: no trial is held.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>What was committed, or found in step; <c>null</c> if another publisher was faster (R1).</returns>
    public async Task<CommittedPublish?> CommitAsync(
        SourcePath path, bool mustFollowUp, IPictureTrial? trial, CancellationToken cancellation)
    {
        var settings = await sites.LastKnownSettingsAsync(cancellation);
        var finding = index.FindSourceAsync(path, cancellation);
        var findingOutbox = index.FindOutboxEntryAsync(path, cancellation);
        var opening = storage.Content.OpenAsync(path.Value, cancellation);
        await Task.WhenAll(finding, findingOutbox, opening);
        var (current, outbox) = (await finding, await findingOutbox);
        var reading = await AtLeastAsNewAsync(current?.Value, await opening, path, cancellation);
        var (version, decision) = await DecideAsync(
            path, current?.Value, reading, settings, outbox, trial, cancellation);
        if (decision is null)
        {
            return null;
        }

        var next = decision.Next;
        if (current?.Value == next && (outbox is not null || !mustFollowUp))
        {
            return await AreOfOneMomentAsync(path, current, outbox, cancellation)
                ? new CommittedPublish(path, current?.Value, next, version, settings.Region, outbox)
                : null;
        }

        var plan = await PlanAsync(path, current, decision, outbox, cancellation);
        if (await index.Table.CommitAsync(plan.Changes, cancellation) is not { } etags)
        {
            return null;
        }

        var entry = new Versioned<OutboxEntry>(plan.Work, etags[plan.OutboxAt]!.Value);
        var step = new CommittedPublish(path, current?.Value, plan.Next, version, settings.Region, entry);
        return step.OwnPage is { } page && plan.StaleAt(page) is { } at
            ? step with { OwnPageStaleVersion = etags[at] }
            : step;
    }

    /// <summary>
    /// Decides the next record, and keeps the accepted content. A large file is read once it is its turn, and its bytes
    /// are forgotten with it (<see cref="LargeWork"/>).
    /// </summary>
    /// <returns>
    /// The version that was read, and the decision; <c>null</c> if another publisher was faster (R1), or the source was
    /// replaced meanwhile.
    /// </returns>
    private async Task<(SourceVersion? Version, PublishDecision? Decision)> DecideAsync(
        SourcePath path,
        SourceRecord? current,
        BlobReading? reading,
        SiteSettings settings,
        Versioned<OutboxEntry>? outbox,
        IPictureTrial? trial,
        CancellationToken cancellation)
    {
        IDisposable? turn = null;
        try
        {
            var version = reading is null ? null : SourceVersion.Of(reading.Properties);
            if (IsInStep(current, version, outbox, settings))
            {
                return (version, new PublishDecision(current));
            }

            if (reading is not null && IsLarge(path, reading.Properties.Length))
            {
                turn = accepted.Large.TryBegin();
                if (turn is null)
                {
                    // Storage does not wait for so long.
                    await reading.DisposeAsync();
                    reading = null;
                    turn = await accepted.Large.BeginAsync(cancellation);
                    reading = await storage.Content.OpenAsync(path.Value, cancellation);
                    version = reading is null ? null : SourceVersion.Of(reading.Properties);
                }
            }

            var decision = reading is null
                ? new PublishDecision(Tombstone.Of(current))
                : await _decider.DecideAsync(path, current, reading, settings, outbox?.Value, trial, cancellation);
            return decision?.Content is not { } content ? (version, decision)
                : await KeepAsync(path, version!.ETag, content, cancellation)
                    ? (version, decision with { Content = null })
                    : (version, null);
        }
        finally
        {
            if (reading is not null)
            {
                await reading.DisposeAsync();
            }

            turn?.Dispose();
        }
    }

    /// <summary>Whether a source takes so much memory that no other such source is read beside it.</summary>
    private bool IsLarge(SourcePath path, long length) =>
        length > (path.Kind is SourceKind.Asset ? accepted.Large.MostOfFile : accepted.Large.MostOfText);

    /// <summary>
    /// R1: Record and source were read at the same time. If the source may be the older of the two, it is read again,
    /// so that no publisher takes the index back to a version that another has moved on from.
    /// </summary>
    private async Task<BlobReading?> AtLeastAsNewAsync(
        SourceRecord? current, BlobReading? reading, SourcePath path, CancellationToken cancellation)
    {
        if (current is null or { State: SourceState.Deleted }
            || reading?.Properties.ETag == current.Seen
            || reading?.Properties.Modified > current.SeenModified)
        {
            return reading;
        }

        if (reading is not null)
        {
            await reading.DisposeAsync();
        }

        return await storage.Content.OpenAsync(path.Value, cancellation);
    }

    /// <summary>Whether the record is up to date, so that the version need not be validated.</summary>
    private bool IsInStep(
        SourceRecord? current, SourceVersion? version, Versioned<OutboxEntry>? outbox, SiteSettings settings) =>
        version is null
            ? current is null or { State: SourceState.Deleted }
            : current is not null
                && current.Seen == version.ETag
                && current.Rules == SourceValidator.RulesVersion
                && current.IsValidatedBy(settings)
                && !(current.Due <= clock.GetUtcNow())
                && current.WaitsFor is null
                && outbox is null;

    /// <summary>
    /// R1: Record and outbox entry were read at the same time, and another publisher may have committed in between. A
    /// later outbox entry must not be followed up with an earlier record, so one of the two is read again.
    /// </summary>
    private async Task<bool> AreOfOneMomentAsync(
        SourcePath path,
        Versioned<SourceRecord>? current,
        Versioned<OutboxEntry>? outbox,
        CancellationToken cancellation) => outbox is null
        ? await index.FindOutboxEntryAsync(path, cancellation) is null
        : (await index.FindSourceAsync(path, cancellation))?.ETag == current?.ETag;

    /// <summary>R3: Keeps the accepted content before the commit names it.</summary>
    /// <returns><c>false</c> if the source was replaced before it could be read again.</returns>
    private async Task<bool> KeepAsync(
        SourcePath path, ETag version, AcceptedContent content, CancellationToken cancellation)
    {
        if (content.Bytes is not null)
        {
            await accepted.KeepAsync(path, content, cancellation);
            return true;
        }

        await using var again = await storage.Content.OpenAsync(path.Value, cancellation);
        if (again?.Properties.ETag != version)
        {
            return false;
        }

        await accepted.KeepAsync(content.Hash, again.Content, cancellation);
        return true;
    }

    /// <summary>
    /// R1: Reads the other rows that the commit depends on, URL ownerships and rename candidates, and enters the
    /// sources that gain or lose by it in the outbox. A page that comes, goes or is scheduled is a target if texts link
    /// to it.
    /// </summary>
    private async Task<PublishPlan> PlanAsync(
        SourcePath path,
        Versioned<SourceRecord>? current,
        PublishDecision decision,
        Versioned<OutboxEntry>? outbox,
        CancellationToken cancellation)
    {
        var shared = new List<RowChange?>();
        var targets = new List<PageKey>();
        var (renamed, claimants) = (new SortedSet<SourcePath>(), new SortedSet<SourcePath>());
        foreach (var (page, isLive, opens) in PublishPlan.ChangedClaims(current?.Value, decision.Next))
        {
            var before = decision.UrlOwnerships.FirstOrDefault(c => c.Page == page)
                ?? await index.UrlOwnershipAsync(page, cancellation);
            var after = before.With(path, isLive, opens);
            shared.Add(after.ToChange());
            claimants.UnionWith(after.ToRepublish(before));
            var isFound = isLive == true || opens is not null;
            var wasFound = before.Claims.GetValueOrDefault(path) || before.Scheduled.ContainsKey(path);
            if (before.Linking > 0 && (isFound || wasFound))
            {
                targets.Add(page);
            }
        }

        var changed = PublishPlan.ChangedPlaces(current?.Value, decision).ToList();
        foreach (var (key, place) in changed)
        {
            var before = decision.RenameCandidates.FirstOrDefault(c => c.Key == key)
                ?? await index.RenameCandidatesAsync(key, cancellation);
            var after = (place is { } candidate ? before.With(candidate) : before.Without(path))
                .Without(decision.RenamedFrom?.Value.Path);
            shared.Add(after.ToChange());
            renamed.UnionWith(after.ToRepublish(before));
        }

        if (decision.RenamedFrom is { } renamedFrom)
        {
            var bare = Tombstone.Bare(renamedFrom.Value);
            shared.Add(new RowChange.Replace(
                IndexKeys.Source(renamedFrom.Value.Path), SourceRecordRow.Codec.Write(bare), renamedFrom.ETag));
            shared.AddRange(IndexRows.Changes(renamedFrom.Value, bare, searchText: null));
            shared.AddRange(decision.RenameCandidates
                .TakeWhile(c => c.RenamedFrom(path) is null) // Had they named a source, it would have been that one.
                .Where(c => !changed.Exists(p => p.Key == c.Key))
                .Select(c => c.Without(path).ToCondition()));
        }

        var others = new List<(SourcePath Path, Versioned<OutboxEntry>? Outbox)>();
        foreach (var other in renamed.Concat(claimants).Distinct().Where(o => o != path).Take(PublishPlan.MostOthers))
        {
            others.Add((other, await index.FindOutboxEntryAsync(other, cancellation)));
        }

        return PublishPlan.Of(path, current, decision, outbox, [.. shared.OfType<RowChange>()], others, targets);
    }
}
