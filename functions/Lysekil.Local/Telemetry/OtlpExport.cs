using Lysekil.Publishing.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;

namespace Lysekil.Local.Telemetry;

/// <summary>
/// Sends traces and measurements, as the function app's are, to a collector that speaks OTLP over HTTP ("OpenTelemetry Protocol
/// Specification 1.9"), such as a local Aspire dashboard, Jaeger or Grafana.
/// </summary>
internal static class OtlpExport
{
    /// <param name="collector">The collector's address, without <c>/v1/traces</c>. One that does not answer is no fault.</param>
    /// <returns>To be disposed of at the end, which sends what is left.</returns>
    public static IDisposable To(Uri collector) => OpenTelemetrySdk.Create(telemetry => telemetry
        .ConfigureResource(resource => resource.AddService("lysekil-local"))
        .WithTracing(tracing => tracing.AddSource(PublishingTrace.Name))
        .WithMetrics(metrics => metrics.AddMeter(PublishingMeter.Name))
        .UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, collector));
}
