using System.Diagnostics;
using System.Diagnostics.Metrics;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Lysekil.Functions.Tests;

/// <summary>The telemetry that Program.cs sets up, without the worker and without a network.</summary>
public sealed class TelemetryTests
{
    private const string Connection =
        "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://127.0.0.1:1/";

    [Theory]
    [InlineData]
    [InlineData(Telemetry.ApplicationInsights, Connection, Telemetry.Identity, "11111111-1111-1111-1111-111111111111")]
    [InlineData(Telemetry.Collector, "http://127.0.0.1:1")]
    public async Task The_spans_of_the_engine_and_of_storage_are_recorded_for_every_exporter(params string[] settings)
    {
        var spans = new List<Activity>();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])));
        builder.Services.AddTelemetry(builder.Configuration)
            .WithTracing(tracing => tracing.AddProcessor(new Noting(spans)));
        using var host = builder.Build();
        await host.StartAsync();

        using var storage = new ActivitySource("Azure.Storage.Blobs.BlobBaseClient");
        ActivityTraceId trace;
        using (var work = PublishingTrace.Begin("publish"))
        {
            Assert.NotNull(work);
            using var call = storage.StartActivity("BlobBaseClient.Download");
            Assert.Equal(work.SpanId, call?.ParentSpanId);
            trace = work.TraceId;
        }

        // Sources of spans are those of the process: what other tests do is recorded too.
        lock (spans)
        {
            Assert.Equal(
                ["BlobBaseClient.Download", "publish"],
                spans.Where(s => s.TraceId == trace).Select(s => s.OperationName));
        }
    }

    /// <summary>
    /// With the settings of the deployed apps, which keep the host from recording. The exporter's own sampler, and one
    /// that follows the parent, would record none of these.
    /// </summary>
    [Theory]
    [InlineData(Telemetry.ApplicationInsights, Connection, Telemetry.Identity, "11111111-1111-1111-1111-111111111111")]
    [InlineData(Telemetry.Collector, "http://127.0.0.1:1")]
    public async Task Spans_are_recorded_although_the_host_records_none(params string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Concat(["OTEL_TRACES_SAMPLER", "microsoft.fixed_percentage", "OTEL_TRACES_SAMPLER_ARG", "0"])
                .Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])));
        builder.Services.AddTelemetry(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync();
        using var storage = new ActivitySource("Azure.Storage.Blobs.BlobBaseClient");

        for (var i = 0; i < 20; i++)
        {
            var invocation = new ActivityContext(
                ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, isRemote: true);
            using var span = storage.StartActivity("any", ActivityKind.Internal, invocation);
            Assert.True(span?.Recorded);
        }
    }

    [Fact]
    public async Task The_engine_s_meter_is_recorded()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            [KeyValuePair.Create(Telemetry.Collector, (string?)"http://127.0.0.1:1")]);
        builder.Services.AddTelemetry(builder.Configuration);
        using var meter = new Meter(PublishingMeter.Name);
        var counter = meter.CreateCounter<long>("any");
        Assert.False(counter.Enabled);
        using var host = builder.Build();

        await host.StartAsync();

        Assert.True(counter.Enabled);
    }

    private sealed class Noting(List<Activity> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            lock (spans)
            {
                spans.Add(data);
            }
        }
    }
}
