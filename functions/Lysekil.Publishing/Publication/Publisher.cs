using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// Brings the index in step with one source: read, validate, commit, follow up; and again from the start whenever
/// another publisher was faster. Several publishers may work on one source at once, and each may be cut short anywhere.
/// </summary>
public sealed class Publisher(
    SiteStorage storage,
    SiteIndex index,
    AcceptedSources accepted,
    SiteReader sites,
    PageRenderer renderer,
    Rebuilder rebuilder,
    PublicationAlarm alarm,
    Refresher? refresher,
    IPictureTrial? trial,
    bool triesPictures,
    TimeProvider clock,
    ILogger<Publisher> log)
{
    /// <summary>A source that changes this often while it is published is left to its next event.</summary>
    private const int MostRounds = 50;

    private readonly PublishRound _round = new(storage, index, accepted, sites, clock);
    private readonly CommitFollowUp _followUp = new(storage, index, renderer, rebuilder, alarm, refresher);

    /// <summary>Publishes what the content container holds of a source now.</summary>
    /// <param name="path">The source.</param>
    /// <param name="attempt">
    /// The attempt at its message, from 1. R1: A second attempt follows up even without an outbox entry, since the
    /// first may have tagged the source with an old state, after a faster publisher, and crashed.
    /// </param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <exception cref="TimeoutException">The source did not stay the same for long enough.</exception>
    public async Task<PublishOutcome> PublishAsync(SourcePath path, int attempt, CancellationToken cancellation)
    {
        var outcome = new PublishOutcome(path, PublishChange.Unchanged, null, null, []);
        if (path.Kind == SourceKind.Ignored)
        {
            return outcome;
        }

        var mustFollowUp = attempt > 1;
        var held = attempt > 1 || triesPictures ? trial : null;
        for (var round = 0; round < MostRounds; round++)
        {
            var step = await _round.CommitAsync(path, mustFollowUp, held, cancellation);
            if (step is null)
            {
                continue; // R1: The race was lost.
            }

            outcome = Describe(path, step, outcome);
            if (step.Outbox is null)
            {
                return Log(outcome);
            }

            // R1: This round's tags and messages may come after those of a faster publisher, although they are older.
            // The next round sends them again.
            mustFollowUp = true;
            var (isDone, refreshed, later) = await _followUp.RunAsync(step, attempt, cancellation);
            outcome = outcome with
            {
                Refreshed = refreshed ?? outcome.Refreshed,
                Held = [.. outcome.Held, .. later],
            };
            if (isDone)
            {
                return Log(outcome);
            }
        }

        throw new TimeoutException($"{path} changed {MostRounds} times while it was being published.");
    }

    /// <summary>The outcome of all rounds together.</summary>
    private static PublishOutcome Describe(SourcePath path, CommittedPublish step, PublishOutcome before)
    {
        var change = (step.Before, step.After) switch
        {
            var (old, now) when old == now => before.Change,
            (_, null or { State: SourceState.Deleted }) => PublishChange.Removed,
            (_, { State: SourceState.Refused }) => PublishChange.Refused,
            (_, { State: SourceState.Draft }) => PublishChange.Draft,
            (_, { State: SourceState.Scheduled }) => PublishChange.Scheduled,
            ({ Accepted: null } or null, _) => PublishChange.Published,
            var (old, now) when old.Accepted != now.Accepted || old.Live != now.Live => PublishChange.Updated,
            _ => before.Change,
        };
        var page = step.After is null or { State: SourceState.Deleted }
            ? step.Before?.Live?.Page ?? before.Page
            : step.After.Live?.Page;
        return new PublishOutcome(path, change, page, step.Version?.Modified, step.After?.Diagnostics ?? [])
        {
            Due = step.After?.Due,
            Refreshed = before.Refreshed,
            Held = before.Held,
        };
    }

    private PublishOutcome Log(PublishOutcome outcome)
    {
        if (outcome.Change == PublishChange.Refused)
        {
            log.LogWarning("Refused {Source}: {Reason}", outcome.Path, outcome.Diagnostics.FirstOrDefault()?.Code);
        }
        else if (outcome.Change != PublishChange.Unchanged)
        {
            log.LogInformation("{Change} {Source} at {Page}", outcome.Change, outcome.Path, outcome.Page);
        }

        return outcome;
    }
}
