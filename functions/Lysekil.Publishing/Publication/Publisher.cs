using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// Brings the archive in step with one source: read, judge, commit, settle; and again from the start whenever somebody
/// else was faster. Safe to run for one source several times at once, and to be cut short anywhere.
/// </summary>
public sealed class Publisher(SiteStorage storage, ArchiveIndex archive, SiteReader sites, TimeProvider clock, ILogger<Publisher> log)
{
    /// <summary>A source that changes this often while it is read is left to its next event.</summary>
    private const int MostRounds = 50;

    private readonly AcceptedSources _accepted = new(storage.Accepted);
    private readonly Settlement _settlement = new(storage, archive, sites);

    /// <summary>Publishes what the content container holds of a source now.</summary>
    /// <exception cref="TimeoutException">The source did not stay the same for long enough.</exception>
    public async Task<PublishOutcome> PublishAsync(SourcePath path, CancellationToken cancellation)
    {
        var outcome = new PublishOutcome(path, PublishChange.Unchanged, null, null, []);
        if (path.Kind == SourceKind.Ignored)
        {
            return outcome;
        }

        var mustSettle = false;
        for (var round = 0; round < MostRounds; round++)
        {
            var step = await CommitAsync(path, mustSettle, cancellation);
            if (step is null)
            {
                continue; // The race was lost: look again.
            }

            outcome = Describe(path, step, outcome);
            if (step.Owed is null)
            {
                return Log(outcome);
            }

            mustSettle = true; // What this round tells others may come after what a faster one told them: tell it again.
            if (await _settlement.SettleAsync(step, cancellation))
            {
                return Log(outcome);
            }
        }

        throw new TimeoutException($"{path} changed {MostRounds} times while it was being published.");
    }

    /// <summary>One round up to the commit; <c>null</c> when the race was lost.</summary>
    private async Task<PublishStep?> CommitAsync(SourcePath path, bool mustSettle, CancellationToken cancellation)
    {
        var zone = await sites.LastKnownTimeZoneAsync(cancellation);
        var finding = archive.FindSourceAsync(path, cancellation);
        var findingOwed = archive.FindOwedAsync(path, cancellation);
        var opening = storage.Content.OpenAsync(path.Value, cancellation);
        await Task.WhenAll(finding, findingOwed, opening);
        await using var reading = await opening;
        var (current, owed) = (await finding, await findingOwed);
        var version = reading is null ? null : SourceVersion.Of(reading.Properties);

        var next = current?.Value;
        if (!IsInStep(current?.Value, version, owed, zone))
        {
            if (reading is null)
            {
                next = NextRecord.Gone(current?.Value);
            }
            else if (await JudgeAndKeepAsync(path, current?.Value, reading, zone, owed is not null, cancellation) is { } judged)
            {
                next = judged;
            }
            else
            {
                return null;
            }
        }

        var work = TouchedPages.Of(current?.Value, next);
        var changes = Changes(current, next).ToList();
        if (changes.Count == 0 && (owed is not null || !mustSettle))
        {
            return new PublishStep(path, current?.Value, next, version, zone, owed);
        }

        changes.AddRange(work.Pages.Select(ArchiveIndex.MarkStale));
        var allWork = work.And(owed?.Value ?? OwedWork.None);
        changes.Add(Owe(path, allWork, owed?.ETag));
        if (changes.Count > ITable.MostChanges)
        {
            (next, allWork, changes) = Withdraw(path, current!, owed);
        }

        var etags = await archive.Table.CommitAsync(changes, cancellation);
        var owedAt = changes.FindIndex(c => c.Key == ArchiveKeys.Owed(path));
        return etags is null
            ? null
            : new PublishStep(path, current?.Value, next, version, zone, new(allWork, etags[owedAt]!.Value));
    }

    /// <summary>Whether there is nothing to judge anew.</summary>
    private bool IsInStep(SourceRecord? current, SourceVersion? version, Versioned<OwedWork>? owed, TimeZoneInfo zone) =>
        version is null
            ? current is null or { State: SourceState.Deleted }
            : current is not null
                && current.Seen == version.ETag
                && current.Rules == NextRecord.Rules
                && current.TimeZone == zone.Id
                && !(current.ScheduledFor <= clock.GetUtcNow())
                && current.WaitsFor is null
                && owed is null;

    /// <summary>The record that the source calls for, its content kept; <c>null</c> where the source changed meanwhile.</summary>
    private async Task<SourceRecord?> JudgeAndKeepAsync(
        SourcePath path, SourceRecord? current, BlobReading reading, TimeZoneInfo zone, bool isContested, CancellationToken cancellation)
    {
        var version = SourceVersion.Of(reading.Properties);
        var created = current?.Created ?? version.Created;
        var verdict = await SourceJudge.JudgeAsync(path, reading.Properties with { Created = created }, reading.Content, zone, cancellation);
        SourcePath? owner = null;
        if (verdict is SourceVerdict.Text { Manuscript: var manuscript }
            && (isContested || current?.Listing?.Page != manuscript.Page))
        {
            var claims = await archive.ClaimsOnAsync(manuscript.Page, cancellation);
            owner = Claim.Owner(claims) is { } first && first.CompareTo(path) < 0 ? first : null;
        }

        var next = NextRecord.Of(current, version, verdict, owner, zone, clock.GetUtcNow());
        if (ContentOf(verdict) is not { } content || next.Accepted != content.Hash || current?.Accepted == content.Hash)
        {
            return next;
        }

        if (content.Bytes is { } bytes)
        {
            using var stream = new MemoryStream(bytes.ToArray());
            await _accepted.KeepAsync(content.Hash, stream, cancellation);
            return next;
        }

        await using var again = await storage.Content.OpenAsync(path.Value, cancellation);
        if (again?.Properties.ETag != version.ETag)
        {
            return null;
        }

        await _accepted.KeepAsync(content.Hash, again.Content, cancellation);
        return next;
    }

    private static AcceptedContent? ContentOf(SourceVerdict verdict) => verdict switch
    {
        SourceVerdict.Text text => text.Content,
        SourceVerdict.Asset asset => asset.Content,
        SourceVerdict.SiteFile file => file.Content,
        _ => null,
    };

    private static IEnumerable<RowChange> Changes(Versioned<SourceRecord>? current, SourceRecord? next)
    {
        if (current?.Value == next)
        {
            return [];
        }

        var key = ArchiveKeys.Source((next ?? current!.Value).Path);
        RowChange own = (current, next) switch
        {
            (null, not null) => new RowChange.Insert(key, SourceColumns.Write(next)),
            (not null, null) => new RowChange.Delete(key, current.ETag),
            _ => new RowChange.Replace(key, SourceColumns.Write(next!), current!.ETag),
        };
        var rebuild = IsSiteFile(next ?? current!.Value) && current?.Value.Accepted != next?.Accepted
            ? [Rebuilder.FromTheStart()]
            : Array.Empty<RowChange>();
        return IndexRows.Changes(current?.Value, next).Prepend(own).Concat(rebuild);
    }

    private static bool IsSiteFile(SourceRecord record) => record.Path.Kind is SourceKind.Settings or SourceKind.Theme;

    /// <summary>
    /// A change too large for one commit becomes two: first everything of the source goes, then all that is new comes.
    /// Each half is whole in itself, and the record keeps what must outlast both.
    /// </summary>
    private static (SourceRecord Next, OwedWork Work, List<RowChange> Changes) Withdraw(
        SourcePath path, Versioned<SourceRecord> current, Versioned<OwedWork>? owed)
    {
        var withdrawn = NextRecord.Withdrawn(current.Value);
        var work = TouchedPages.Of(current.Value, withdrawn).And(owed?.Value ?? OwedWork.None);
        return (withdrawn, work, [.. Changes(current, withdrawn), .. work.Pages.Select(ArchiveIndex.MarkStale), Owe(path, work, owed?.ETag)]);
    }

    private static RowChange Owe(SourcePath path, OwedWork work, ETag? expected) => expected is { } etag
        ? new RowChange.Replace(ArchiveKeys.Owed(path), work.Write(path.Value), etag)
        : new RowChange.Insert(ArchiveKeys.Owed(path), work.Write(path.Value));

    /// <summary>What came of all rounds together.</summary>
    private static PublishOutcome Describe(SourcePath path, PublishStep step, PublishOutcome before)
    {
        var change = (step.Before, step.After) switch
        {
            var (old, now) when old == now => before.Change,
            (_, null or { State: SourceState.Deleted }) => PublishChange.Removed,
            (_, { State: SourceState.Refused }) => PublishChange.Refused,
            (_, { State: SourceState.Draft }) => PublishChange.Draft,
            (_, { State: SourceState.Scheduled }) => PublishChange.Scheduled,
            ({ Accepted: null } or null, _) => PublishChange.Published,
            var (old, now) when old.Accepted != now.Accepted || old.Listing != now.Listing => PublishChange.Updated,
            _ => before.Change,
        };
        var page = step.After is null or { State: SourceState.Deleted } ? step.Before?.Listing?.Page ?? before.Page : step.After.Listing?.Page;
        return new PublishOutcome(path, change, page, step.Version?.Modified, step.After?.Remarks ?? []);
    }

    private PublishOutcome Log(PublishOutcome outcome)
    {
        if (outcome.Change == PublishChange.Refused)
        {
            log.LogWarning("Refused {Source}: {Reason}", outcome.Path, outcome.Remarks.FirstOrDefault()?.Code);
        }
        else if (outcome.Change != PublishChange.Unchanged)
        {
            log.LogInformation("{Change} {Source} at {Page}", outcome.Change, outcome.Path, outcome.Page);
        }

        return outcome;
    }
}
