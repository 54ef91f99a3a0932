using System.Globalization;
using System.Text.Json;
using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>
/// The settings that the bill uses, read from host.json and the template.
/// </summary>
/// <param name="InstanceGigabytes">Memory of an instance.</param>
/// <param name="PollingSeconds">The longest polling interval of an instance.</param>
/// <param name="LoggedGigabytesADay">The daily cap of telemetry.</param>
/// <param name="Alerts">The evaluation interval of each log alert.</param>
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
            (decimal)TimeSpan.Parse(queues.GetProperty("maxPollingInterval").GetString()!, CultureInfo.InvariantCulture)
                .TotalSeconds,
            workspace.At("workspaceCapping.dailyQuotaGb").GetDecimal(),
            [.. deployment.Of("Microsoft.Insights/scheduledQueryRules")
                .Select(rule => System.Xml.XmlConvert.ToTimeSpan(rule.Text("evaluationFrequency")))]);
    }
}
