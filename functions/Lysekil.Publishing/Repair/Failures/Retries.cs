using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Repair.Failures;

/// <summary>
/// Decides which of the work that was given up one reconcile has tried again. Only a retry shows whether the cause is
/// gone: the first reconcile after the failure retries, then ever fewer do, after twenty minutes up to a day. Work that
/// is done by then is forgotten.
/// </summary>
internal sealed class Retries
{
    /// <summary>More failures are not read in one run: their work is retried each time.</summary>
    public const int MostFailures = 1_000;

    private readonly FailureRecords _records;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<WorkItem, Versioned<Failure>> _known;
    private readonly HashSet<WorkItem> _tried = [];

    private Retries(FailureRecords records, DateTimeOffset now, Dictionary<WorkItem, Versioned<Failure>> known) =>
        (_records, _now, _known) = (records, now, known);

    public static async Task<Retries> BeginAsync(
        SiteIndex index, FailureRecords records, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = new Dictionary<WorkItem, Versioned<Failure>>();
        foreach (var failure in await index.FailuresAsync(MostFailures, cancellation))
        {
            if (await records.IsDoneAsync(failure.Value.Work, cancellation))
            {
                await records.ForgetAsync(failure, cancellation);
            }
            else
            {
                known[failure.Value.Work] = failure;
            }
        }

        return new Retries(records, now, known);
    }

    /// <summary>
    /// Whether work may be tried again: work that was given up once a run, and not before its next try is due.
    /// </summary>
    public bool MayTry(WorkItem work)
    {
        if (!_known.TryGetValue(work, out var failure))
        {
            return true;
        }

        return !(failure.Value.NextTry > _now) && _tried.Add(work);
    }

    /// <summary>
    /// Records the round for the work that was tried again. It is the last step, so that a run that dies defers
    /// nothing.
    /// </summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        foreach (var work in _tried)
        {
            var (failure, version) = _known[work];
            await _records.KeepAsync(failure.TriedAt(_now), version, cancellation);
        }
    }
}
