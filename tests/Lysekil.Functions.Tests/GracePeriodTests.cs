using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Functions.Tests;

/// <summary>Invocations that are cancelled at their first call of storage, as by an instance that ends.</summary>
public sealed class GracePeriodTests : IDisposable
{
    private readonly Site _site = new();
    private readonly CancellationTokenSource _invocation = new();
    private readonly PublishingEngine _cancelling;

    public GracePeriodTests() => _cancelling = new PublishingEngine(
        _site.Storage.Through(new Cancelling(_invocation)), _site.Clock, NullLoggerFactory.Instance);

    public void Dispose() => _invocation.Dispose();

    [Fact]
    public async Task A_publish_is_finished()
    {
        _site.Storage.Content.Put(Site.Source, Site.Article);

        await new PublishContent(_cancelling).RunAsync(Site.Message(Site.Event(Site.Source)), _invocation.Token);

        Assert.True(_invocation.IsCancellationRequested);
        Assert.Contains(Site.Page, _site.Storage.Web.Blobs);
    }

    [Fact]
    public async Task A_refresh_is_finished()
    {
        var robots = Site.Message(new PageRefreshMessage(PageKey.Robots).Write(), dequeueCount: 2);

        await new RefreshPage(_cancelling).RunAsync(robots, _invocation.Token);

        Assert.True(_invocation.IsCancellationRequested);
        Assert.Equal(["robots.txt"], _site.Storage.Web.Blobs.Keys);
    }

    [Fact]
    public async Task A_reconcile_is_finished()
    {
        _site.Storage.Content.Put(Site.Source, Site.Article);

        await new Reconcile(_cancelling).SourcesAsync(new(), _invocation.Token);

        Assert.True(_invocation.IsCancellationRequested);
        Assert.Contains(Site.Source, Assert.Single(_site.ContentEvents), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_timers_are_finished()
    {
        await new Reconcile(_site.Engine).SourcesAsync(new(), default); // Pages are compared after the sources.
        await _site.RefreshAsync();
        Assert.Empty(_site.PageRefreshes);

        await new PublishScheduled(_cancelling).RunAsync(new(), _invocation.Token);
        await new Reconcile(_cancelling).PagesAsync(new(), _invocation.Token);

        Assert.True(_invocation.IsCancellationRequested);
        Assert.NotEmpty(_site.PageRefreshes);
    }

    [Fact]
    public async Task A_fault_is_thrown()
    {
        var fault = await Assert.ThrowsAsync<IOException>(
            () => GracePeriod.RunAsync(_ => throw new IOException("Storage is away."), _invocation.Token));

        Assert.Equal("Storage is away.", fault.Message);
    }

    private sealed class Cancelling(CancellationTokenSource invocation) : IStorageGate
    {
        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => invocation.CancelAsync();

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
    }
}
