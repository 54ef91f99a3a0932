#!/usr/bin/env bash
# Azure.Monitor.OpenTelemetry.Exporter 1.10.0 reads the setting OTEL_TRACES_SAMPLER in UseAzureMonitorExporter(), which knows the
# values microsoft.fixed_percentage and microsoft.rate_limited. UseAzureMonitorExporter(options => ...), with an action that sets
# nothing but the connection string, does not read it: the app keeps the exporter's own limit of five traces a second. Both
# overrule the sampler that OpenTelemetry would make of the setting, so that always_off, by which an app with the OTLP exporter
# records nothing, is not heeded by either. No warning tells of it.
#
# Seen, of 2,000 spans without a parent (the sampler's options; recorded):
#   OTLP exporter,                      always_off:                     0
#   UseAzureMonitorExporter(),          always_off:                     5 traces a second
#   UseAzureMonitorExporter(),          microsoft.fixed_percentage 1:   ratio 1; 2000
#   UseAzureMonitorExporter(),          microsoft.fixed_percentage 0:   ratio 0; 0
#   UseAzureMonitorExporter(options),   microsoft.fixed_percentage 1:   5 traces a second; a few
#   UseAzureMonitorExporter(options),   microsoft.fixed_percentage 0:   5 traces a second; a few
#
# Fails if that changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
unset OTEL_TRACES_SAMPLER OTEL_TRACES_SAMPLER_ARG

cat >sampled.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Azure.Monitor.OpenTelemetry.Exporter" Version="1.10.0" />
    <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.0" />
    <PackageReference Include="OpenTelemetry.Exporter.OpenTelemetryProtocol" Version="1.20.1" />
    <PackageReference Include="OpenTelemetry.Extensions.Hosting" Version="1.20.1" />
  </ItemGroup>
</Project>
XML

cat >Program.cs <<'CS'
using System.Diagnostics;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Trace;

var builder = Host.CreateApplicationBuilder();
var telemetry = builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource("app"));

// At this address of this machine nothing listens.
void Connect(AzureMonitorExporterOptions options)
{
    options.ConnectionString =
        "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=http://127.0.0.1:1/";
    options.DisableOfflineStorage = true;
}

switch (args[0])
{
    case "otlp":
        telemetry.UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, new Uri("http://127.0.0.1:1/"));
        break;
    case "without":
        telemetry.UseAzureMonitorExporter();
        builder.Services.Configure<AzureMonitorExporterOptions>(Connect);
        break;
    default:
        telemetry.UseAzureMonitorExporter(Connect);
        break;
}

using var host = builder.Build();
host.Services.GetRequiredService<TracerProvider>();
using var source = new ActivitySource("app");
var recorded = 0;
for (var i = 0; i < 2_000; i++)
{
    using var span = source.StartActivity("work");
    recorded += span is { Recorded: true } ? 1 : 0;
}

var options = host.Services.GetRequiredService<IOptionsMonitor<AzureMonitorExporterOptions>>().CurrentValue;
var limit = args[0] == "otlp" ? "" : options.TracesPerSecond is { } most ? $"{most}/s" : $"ratio {options.SamplingRatio}";
Console.WriteLine(limit.Length > 0 && limit.EndsWith("/s") ? $"{limit} {(recorded < 1_000 ? "few" : "many")}" : $"{limit} {recorded}");
Environment.Exit(0); // Without waiting for an exporter that gets no answer.
CS
dotnet build -c Release -v q >build.log 2>&1 || { cat build.log; exit 1; }

failed=0
seen() { # EXPORTER SAMPLER ARGUMENT EXPECTED
  local now
  now=$(OTEL_TRACES_SAMPLER=$2 OTEL_TRACES_SAMPLER_ARG=$3 dotnet bin/Release/net10.0/sampled.dll "$1" | xargs)
  echo "$1 options, $2 $3: $now"
  [ "$now" = "$4" ] || failed=1
}
seen otlp always_off '' '0'
seen without always_off '' '5/s few'
seen without microsoft.fixed_percentage 1 'ratio 1 2000'
seen without microsoft.fixed_percentage 0 'ratio 0 0'
seen with microsoft.fixed_percentage 1 '5/s few'
seen with microsoft.fixed_percentage 0 '5/s few'
exit "$failed"
