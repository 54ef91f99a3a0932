using System.Diagnostics;

namespace Lysekil.Publishing.Telemetry;

/// <summary>
/// A run of a reconcile: its span and its outcome. The run counts as failed unless <see cref="Done"/> is called.
/// </summary>
/// <param name="span">Begun by the caller, disposed of here.</param>
/// <param name="what">What is compared: sources or pages.</param>
internal sealed class WatchedRun(Activity? span, string what) : IDisposable
{
    private bool _isDone;

    public void Done() => _isDone = true;

    public void Dispose()
    {
        if (!_isDone)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        span?.Dispose();
        PublishingMeter.Reconciled(what, _isDone ? "done" : "failed");
    }
}
