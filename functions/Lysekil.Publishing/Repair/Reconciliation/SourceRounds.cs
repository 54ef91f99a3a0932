using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// Goes through rounds of comparing sources with the archive, slice by slice. What a slice found is told before the
/// position moves on: a crash costs one slice, done again. Two at once share a round: whoever is second to move it looks
/// where it stands now.
/// </summary>
internal sealed class SourceRounds(SourceComparison comparison, ITable table, TimeProvider clock)
{
    /// <summary>A run ends after so long, between two slices, well before the functions host would end it.</summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    /// <summary>Goes on with the round under way, or begins one, and stays with it to its end or the end of its own time.</summary>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="found">Told of each slice's drifted sources.</param>
    /// <param name="cancellation">Ends the run; the next goes on.</param>
    /// <returns>What this run found, and whether the round came to its end.</returns>
    public async Task<(Drift Drift, bool IsWhole)> RunAsync(
        string zone, Func<IReadOnlyList<SourcePath>, Task> found, CancellationToken cancellation)
    {
        var began = clock.GetUtcNow();
        var drift = Drift.None;
        ReconcileRound? last = null;
        for (var now = began; now - began < MostTime; now = clock.GetUtcNow())
        {
            var round = await ReconcileRound.FindAsync(table, now, cancellation);
            if (last is not null && last.Began != round.Began)
            {
                return (drift, true); // Somebody else has come to its end.
            }

            last = round;
            var slice = await comparison.CompareAsync(round.Position, zone, cancellation);
            await found(slice.Drifted);
            drift = drift.And(slice.Drifted);
            if (await round.MoveAsync(table, slice, clock.GetUtcNow(), cancellation) && slice.Next is null)
            {
                return (drift, true);
            }
        }

        return (drift, false);
    }
}
