using Lysekil.Publishing.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;

namespace Lysekil.Local.Telemetry;

/// <summary>
/// Sends the traces and measurements of the engine to a collector that speaks OTLP over HTTP ("OpenTelemetry Protocol
/// Specification 1.9"), such as a local Aspire dashboard, Jaeger or Grafana.
/// </summary>
internal static class OtlpExport
{
    /// <summary>
    /// Sends to a collector's address, without <c>/v1/traces</c>, until the result is disposed of, which sends what is
    /// left. A collector that does not answer is not a fault.
    /// </summary>
    public static IDisposable To(Uri collector) => OpenTelemetrySdk.Create(telemetry => telemetry
        .ConfigureResource(resource => resource.AddService("lysekil-local"))
        .WithTracing(tracing => tracing.AddSource(PublishingTrace.Name))
        .WithMetrics(metrics => metrics.AddMeter(PublishingMeter.Name))
        .UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, collector));
}
