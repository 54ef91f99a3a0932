using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Repair.Failures;

/// <summary>
/// Which of the work that was given up one reconcile has tried again. Whether the cause is gone shows by trying: with the
/// first reconcile after the failure, then ever more seldom, from twenty minutes up to a day. What is done by then, whoever
/// did it, is forgotten.
/// </summary>
internal sealed class Retries
{
    /// <summary>More failures are not looked at in one run: their work is woken each time.</summary>
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

    /// <summary>Whether work may be woken: what was given up only once a run, and not while its next try is still to come.</summary>
    public bool MayTry(WorkItem work)
    {
        if (!_known.TryGetValue(work, out var failure))
        {
            return true;
        }

        return !(failure.Value.NextTry > _now) && _tried.Add(work);
    }

    /// <summary>Notes the round for what was woken. Not before: a run that dies shall not put anything off.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        foreach (var work in _tried)
        {
            var (failure, version) = _known[work];
            await _records.KeepAsync(failure.TriedAt(_now), version, cancellation);
        }
    }
}
