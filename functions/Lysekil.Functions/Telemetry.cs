using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lysekil.Functions;

/// <summary>
/// Exports the engine's spans and measurements, the spans of each storage call, and the logs: to Application Insights,
/// signed in as the app's identity, and to an OpenTelemetry collector, where the settings name them. The settings have
/// the names that the functions host and OpenTelemetry define. Every span is recorded, whatever the host decides about
/// its own.
/// </summary>
internal static class Telemetry
{
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    public const string Identity = "AZURE_CLIENT_ID";
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IOpenTelemetryBuilder AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        // The client libraries keep their spans behind a switch until the names are final ("Azure SDK distributed
        // tracing").
        AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", isEnabled: true);
        services.AddSingleton<LoggerFactory>().Replace(ServiceDescriptor.Singleton<ILoggerFactory>(
            provider => new PrintableLogs(provider.GetRequiredService<LoggerFactory>())));
        IOpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .ConfigureResource(app => app.AddAttributes([new("service.version", EngineVersion.Current)]))
            .WithTracing(tracing => tracing.AddSource(PublishingTrace.Name, "Azure.Data.*", "Azure.Storage.*"))
            .WithMetrics(metrics => metrics.AddMeter(PublishingMeter.Name))
            .WithLogging();
        if (configuration[ApplicationInsights] is { Length: > 0 } connection)
        {
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.ConnectionString = connection;
                options.Credential = new ManagedIdentityCredential(
                    ManagedIdentityId.FromUserAssignedClientId(configuration[Identity]));
            });
        }

        if (configuration[Collector] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }

        // The host is set to record none of its spans. A sampler that follows the parent or the settings would record
        // none here either, and the exporter for Application Insights withholds the log lines of such a span. It sets
        // a sampler itself, without a word, so that this comes after it.
        return telemetry.WithTracing(tracing => tracing.SetSampler(new AlwaysOnSampler()));
    }
}
