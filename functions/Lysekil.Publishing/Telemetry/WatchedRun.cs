using System.Diagnostics;

namespace Lysekil.Publishing.Telemetry;

/// <summary>
/// A run of a reconcile: its span and its outcome. Unless <see cref="Done"/> is called, the run counts as cancelled or
/// failed.
/// </summary>
/// <param name="span">Begun by the caller, disposed of here.</param>
/// <param name="what">What is compared: sources or pages.</param>
/// <param name="cancellation">Cancels the run.</param>
internal sealed class WatchedRun(Activity? span, string what, CancellationToken cancellation) : IDisposable
{
    private const string Failed = "failed";

    private bool _isDone;

    public void Done() => _isDone = true;

    public void Dispose()
    {
        var outcome = _isDone ? "done" : cancellation.IsCancellationRequested ? "cancelled" : Failed;
        if (outcome == Failed)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        span?.Dispose();
        PublishingMeter.Reconciled(what, outcome);
    }
}
