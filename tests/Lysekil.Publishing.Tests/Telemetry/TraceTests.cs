using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Publishing.Tests.Telemetry;

public sealed class TraceTests : IDisposable
{
    private const string Path = "artiklar/2026-05-01-kajen.md";

    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;
    private readonly SimulatedSite _site = new(Some.Clock());

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PublishingTrace.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task An_event_with_its_publish_and_refreshes_is_one_trace()
    {
        await BuildAsync();
        ActivitySpanId root;
        ActivityTraceId trace;
        using (var span = PublishingTrace.Begin("event", ActivityKind.Producer)!)
        {
            (root, trace) = (span.SpanId, span.TraceId);
            _site.Storage.Content.Put(Path, Some.Article("Kajen"));
            await _site.Storage.ContentEvents.SendAsync(
                $$"""
                {"eventType":"Microsoft.Storage.BlobCreated","traceparent":"{{PublishingTrace.Current}}",
                "subject":"/blobServices/default/containers/content/blobs/{{Path}}"}
                """,
                TimeSpan.Zero,
                default);
        }

        await _site.SettleAsync();

        var spans = _ended.Where(s => s.TraceId == trace).ToList();
        var publish = Assert.Single(spans, s => s.OperationName == "publish");
        Assert.Equal((root, Path), (publish.ParentSpanId, publish.GetTagItem("lysekil.source")));
        var refreshes = spans.Where(s => s.OperationName == "refresh").ToList();
        Assert.Contains("2026/05/kajen/index.html", refreshes.Select(r => r.GetTagItem("lysekil.page")));
        Assert.True(refreshes.Count > 8, $"{refreshes.Count} refreshes");
        var known = spans.Select(s => s.SpanId).ToHashSet();
        Assert.All(refreshes, r => Assert.Contains(r.ParentSpanId, known));
        Assert.DoesNotContain(spans, s => s.OperationName == "rebuild");
    }

    [Fact]
    public async Task A_fault_is_recorded_on_its_span()
    {
        var engine = new PublishingEngine(_site.Storage.Through(new Away()), Some.Clock(), NullLoggerFactory.Instance);
        using var parent = PublishingTrace.Begin("event")!;

        await Assert.ThrowsAsync<IOException>(() => engine.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new(Path), trace: PublishingTrace.Current), 2), default));

        var span = Assert.Single(_ended, s => s.TraceId == parent.TraceId);
        Assert.Equal((ActivityStatusCode.Error, "Storage is away."), (span.Status, span.StatusDescription));
        Assert.Equal("exception", Assert.Single(span.Events).Name);
    }

    /// <summary>An instance that ends cancels its work: what it did until then is told.</summary>
    [Theory]
    [InlineData(StorageOperation.Find)]
    [InlineData(StorageOperation.Write)]
    public async Task A_cancelled_refresh_closes_its_spans(StorageOperation cancelledAt)
    {
        await BuildAsync();
        using var cancelling = new CancellationTokenSource();
        var gate = new CancellingGate(StorageNames.Web, cancelledAt, cancelling);
        var engine = new PublishingEngine(_site.Storage.Through(gate), Some.Clock(), NullLoggerFactory.Instance);
        using var parent = PublishingTrace.Begin("event")!;
        _site.Storage.Web.Delete("2026/05/forst/index.html");
        var pages = new[] { PageKey.Front, PageKey.Parse("2026/05/forst/index.html")! };
        var request = new PageRefreshMessage([.. pages]) { Force = true, Trace = PublishingTrace.Current };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.PageRefreshes.HandleAsync(new(request.Write(), 1), cancelling.Token));

        Assert.Equal(
            pages.Select(p => p.Value).Order(),
            _ended.Where(s => s.TraceId == parent.TraceId && s.OperationName == "refresh")
                .Select(s => (string)s.GetTagItem("lysekil.page")!).Order());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00-00000000000000000000000000000000-0000000000000000-01")]
    public async Task A_malformed_trace_context_is_ignored(string trace)
    {
        _site.Storage.Content.Put(Path, Some.Article("Kajen"));

        Assert.Single(await _site.Engine.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new(Path), trace: trace), 1), default));
        Assert.Single(await _site.Engine.PageRefreshes.HandleAsync(
            new(new PageRefreshMessage(PageKey.Front) { Trace = trace }.Write(), 1), default));
    }

    [Fact]
    public async Task Alarms_and_slices_of_a_rebuild_begin_traces_of_their_own()
    {
        using var parent = PublishingTrace.Begin("event")!;
        await _site.Engine.Rebuilder.StartOnceAsync(default);
        _site.Storage.Content.Put(Path, "---\ndate: 2031-05-01\n---\n# Kajen\n");
        await _site.Engine.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new(Path), trace: PublishingTrace.Current), 1), default);

        Assert.Contains(_site.Storage.ContentEvents.Messages, m => m.Text.Contains("\"at\"", StringComparison.Ordinal));
        Assert.DoesNotContain(
            _site.Storage.ContentEvents.Messages,
            m => m.Text.Contains(PublishingTrace.Property, StringComparison.Ordinal));
        Assert.DoesNotContain(
            _site.Storage.PageRefreshes.Messages,
            m => m.Text.Contains("rebuild", StringComparison.Ordinal)
                && m.Text.Contains(PublishingTrace.Property, StringComparison.Ordinal));
    }

    private async Task BuildAsync()
    {
        _site.Upload("artiklar/2026-05-02-forst.md", Some.Article("Först"));
        await _site.SettleAsync();
    }
}
