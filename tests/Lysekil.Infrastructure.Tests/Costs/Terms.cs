using System.Globalization;
using System.Text.Json;
using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>What the bill follows from besides the work: read from host.json and the template, so that it is theirs.</summary>
/// <param name="InstanceGigabytes">Memory of an instance.</param>
/// <param name="PollingSeconds">How often a queue is asked at least, while an instance is awake.</param>
/// <param name="LoggedGigabytesADay">The most telemetry that is taken in.</param>
/// <param name="Alerts">How often each log alert is asked.</param>
internal sealed record Terms(
    decimal InstanceGigabytes, decimal PollingSeconds, decimal LoggedGigabytesADay, IReadOnlyList<TimeSpan> Alerts)
{
    public static async Task<Terms> ReadAsync()
    {
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");
        var deployment = await Deployment.Plain;
        var workspace = Assert.Single(deployment.Of("Microsoft.OperationalInsights/workspaces"));
        return new(
            decimal.Parse(ParameterFile.Defaults["INSTANCE_MEMORY_MB"], CultureInfo.InvariantCulture) / 1_024,
            (decimal)TimeSpan.Parse(queues.GetProperty("maxPollingInterval").GetString()!, CultureInfo.InvariantCulture).TotalSeconds,
            workspace.At("workspaceCapping.dailyQuotaGb").GetDecimal(),
            [.. deployment.Of("Microsoft.Insights/scheduledQueryRules")
                .Select(rule => System.Xml.XmlConvert.ToTimeSpan(rule.Text("evaluationFrequency")))]);
    }
}
