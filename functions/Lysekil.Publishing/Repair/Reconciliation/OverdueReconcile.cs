using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// R6: Starts a reconcile of the sources that is overdue, since timers may stop for good. Each handled message asks;
/// nearly always the answer is known to the process. Thread-safe.
/// </summary>
/// <param name="reconciler">Reconciles.</param>
/// <param name="table">Holds when the last reconcile began.</param>
/// <param name="overdue">The time after the start of one reconcile at which the next is overdue.</param>
/// <param name="clock">The current time.</param>
/// <param name="log">The operators' log.</param>
public sealed class OverdueReconcile(
    Reconciler reconciler, ITable table, TimeSpan overdue, TimeProvider clock, ILogger<OverdueReconcile> log)
{
    /// <summary>
    /// While one message looks into the table, others do not look. This is how long they wait for it, since it may end
    /// without an answer.
    /// </summary>
    private static readonly TimeSpan MostLook = TimeSpan.FromMinutes(1);

    private long _nextLook;

    /// <summary>
    /// Reconciles if that is overdue and no other instance does. It never throws: the caller's own work is done, and
    /// what this run leaves the next one finds.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            if (await TryClaimAsync(cancellation))
            {
                log.LogWarning("A reconcile was overdue, and a message started it: timers have not fired for a while");
                await reconciler.ReconcileSourcesAsync(isNoted: true, cancellation);
            }
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "An overdue reconcile was not completed");
        }
    }

    /// <summary>
    /// Claims the overdue reconcile by one conditional write. Without a row none has ever begun: the site is new, and
    /// the time counts from now.
    /// </summary>
    private async Task<bool> TryClaimAsync(CancellationToken cancellation)
    {
        var (now, look) = (clock.GetUtcNow(), Interlocked.Read(ref _nextLook));
        if (now.UtcTicks < look
            || Interlocked.CompareExchange(ref _nextLook, (now + MostLook).UtcTicks, look) != look)
        {
            return false;
        }

        var row = await table.FindAsync(IndexKeys.ReconcileStart, cancellation);
        if (row is not null && (now - row.Modified).Duration() < overdue)
        {
            LookAgain(row.Modified + overdue);
            return false;
        }

        var claim = ReconcileStart.ClaimBy(new(ReconcileStarter.Message, EngineVersion.Current), row);
        var isClaimed = await table.CommitAsync([claim], cancellation) is not null;
        LookAgain(now + overdue);
        return isClaimed && row is not null;
    }

    private void LookAgain(DateTimeOffset at) => Interlocked.Exchange(ref _nextLook, at.UtcTicks);
}
