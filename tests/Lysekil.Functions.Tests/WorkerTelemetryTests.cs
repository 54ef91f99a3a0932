using Lysekil.Functions.Tests.Host;
using Lysekil.Functions.Tests.Host.Rpc;

namespace Lysekil.Functions.Tests;

/// <summary>
/// What the published app's worker exports beside a host that records none of its spans: each invocation has a parent
/// that is not recorded.
/// </summary>
public sealed class WorkerTelemetryTests : IAsyncLifetime
{
    private TelemetryCollector _collector = null!;
    private FunctionsWorker _worker = null!;

    public async Task InitializeAsync()
    {
        _collector = await TelemetryCollector.StartAsync();
        _worker = await FunctionsWorker.StartAsync(
            PublishedApp.Publishing,
            [
                .. _collector.Settings,
                new("ContentStorage", "UseDevelopmentStorage=true"),
                new("OTEL_TRACES_SAMPLER", "always_off"),
            ]);
    }

    public async Task DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [PublishedAppFact]
    public async Task An_invocation_s_span_is_exported_with_the_version_and_nothing_while_it_is_idle()
    {
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Empty(_collector.Spans);

        var dropped = await _worker.InvokeAsync(
            "PublishContent", queue => queue.Message("inget event", 1, TimeProvider.System.GetUtcNow()));

        Assert.Equal(StatusResult.Types.Status.Success, dropped.Result.Status);
        await _collector.ReceivedAsync("function PublishContent");
        Assert.Matches(@"(?s)service\.version.{1,9}\d+\.\d+\.\d+", string.Concat(_collector.Spans));
    }
}
