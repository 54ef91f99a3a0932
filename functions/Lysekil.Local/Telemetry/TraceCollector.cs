using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Local.Telemetry;

/// <summary>Collects the spans of each trace, and reports the trace when it has been quiet for a while.</summary>
internal sealed class TraceCollector : IDisposable
{
    /// <summary>Longer than a message waits between two functions, retries aside.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<ActivityTraceId, Trace> _traces = new();
    private readonly Action<IReadOnlyList<Activity>> _report;
    private readonly TimeProvider _clock;
    private readonly ActivityListener _listener;

    /// <param name="report">Gets the spans of a trace, in the order in which they ended.</param>
    /// <param name="clock">Times the quiet.</param>
    public TraceCollector(Action<IReadOnlyList<Activity>> report, TimeProvider clock)
    {
        (_report, _clock) = (report, clock);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PublishingTrace.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = span => _traces.GetOrAdd(span.TraceId, _ => new Trace()).Begin(),
            ActivityStopped = End,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private void End(Activity span)
    {
        if (_traces.TryGetValue(span.TraceId, out var trace))
        {
            _ = ReportWhenQuietAsync(span.TraceId, trace, trace.End(span));
        }
    }

    private async Task ReportWhenQuietAsync(ActivityTraceId id, Trace trace, int seen)
    {
        await Task.Delay(Quiet, _clock).ConfigureAwait(false);
        if (trace.IsQuietSince(seen) && _traces.TryRemove(id, out _))
        {
            _report(trace.Spans);
        }
    }

    private sealed class Trace
    {
        private readonly Lock _lock = new();
        private readonly List<Activity> _spans = [];
        private int _begun;

        public IReadOnlyList<Activity> Spans => _spans;

        public void Begin()
        {
            lock (_lock) { _begun++; }
        }

        public int End(Activity span)
        {
            lock (_lock)
            {
                _spans.Add(span);
                return _begun;
            }
        }

        public bool IsQuietSince(int begun)
        {
            lock (_lock) { return _begun == begun && _spans.Count == begun; }
        }
    }
}
