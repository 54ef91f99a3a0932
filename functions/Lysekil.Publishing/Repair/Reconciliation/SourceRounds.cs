using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// Runs rounds that compare sources with the index, slice by slice. The findings of a slice are reported before the
/// position moves on, so that a crash repeats one slice (R6). Two runs at once share a round: the second to move it
/// reads its position again.
/// </summary>
internal sealed class SourceRounds(SourceComparison comparison, ITable table, TimeProvider clock)
{
    /// <summary>
    /// The longest that a run takes before it ends between two slices, well before the functions host would end it.
    /// </summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Goes on with the round under way, or begins one, until the round ends or the run's time is used.
    /// </summary>
    /// <param name="settings">The site's settings.</param>
    /// <param name="found">Called with each slice's drifted sources.</param>
    /// <param name="cancellation">Ends the run; the next one goes on.</param>
    /// <returns>What this run found, and whether the round ended.</returns>
    public async Task<(Drift Drift, bool IsWhole)> RunAsync(
        SiteSettings settings, Func<IReadOnlyList<SourcePath>, Task> found, CancellationToken cancellation)
    {
        var began = clock.GetUtcNow();
        var drift = Drift.None;
        ReconcileRound? last = null;
        for (var now = began; now - began < MostTime; now = clock.GetUtcNow())
        {
            var round = await ReconcileRound.FindAsync(table, now, cancellation);
            if (last is not null && last.Tally.Began != round.Tally.Began)
            {
                return (drift, true); // Another run has ended the round.
            }

            last = round;
            var slice = await comparison.CompareAsync(round.Position, settings, cancellation);
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
