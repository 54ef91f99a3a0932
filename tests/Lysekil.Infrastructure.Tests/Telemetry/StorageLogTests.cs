using System.Text.RegularExpressions;
using Lysekil.Infrastructure.Tests.Bicep;
using Lysekil.Publishing.Storage;

namespace Lysekil.Infrastructure.Tests.Telemetry;

/// <summary>The log of the content account answers who published what.</summary>
public sealed partial class StorageLogTests
{
    /// <summary>The columns of the query, by the names that Azure documents ("StorageBlobLogs").</summary>
    private static readonly string[] Columns =
    [
        "CallerIpAddress", "Category", "OperationName", "RequesterObjectId", "RequesterUpn", "StatusText",
        "TimeGenerated", "Uri",
    ];

    private static readonly string Query = Repository.Read("infra/README.md")
        .Split("\n### Who published what\n")[1].Split("```\n")[1];

    [Fact]
    public async Task Writes_and_deletions_of_blobs_rows_and_messages_are_logged_and_no_reads()
    {
        var deployment = await Deployment.Plain;
        var workspace = Assert.Single(deployment.Of("Microsoft.OperationalInsights/workspaces"));
        var settings = deployment.Of("Microsoft.Insights/diagnosticSettings");

        Assert.Equal(
            ["blobServices", "queueServices", "tableServices"],
            settings.Select(setting => Service().Match(setting.Id).Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(settings, setting =>
        {
            Assert.Equal(workspace.Id, setting.Text("workspaceId"));
            Assert.All(setting.Items("logs"), log => Assert.True(log.GetProperty("enabled").GetBoolean()));
            Assert.Equal(
                ["StorageWrite", "StorageDelete"],
                setting.Items("logs").Select(log => log.GetProperty("category").GetString()));
        });
    }

    [Fact]
    public void The_query_of_the_runbook_is_of_the_sources_and_of_columns_that_there_are()
    {
        var made = Made().Matches(Query).Select(match => match.Groups[1].Value);
        var asked = Word().Matches(Quoted().Replace(Query, "")).Select(match => match.Value).Distinct();

        Assert.StartsWith("StorageBlobLogs\n", Query, StringComparison.Ordinal);
        Assert.Contains($"Path startswith \"/{StorageNames.Content}/\"", Query, StringComparison.Ordinal);
        Assert.Equal(
            Columns.Order(StringComparer.Ordinal),
            asked.Except(made).Except(["StorageBlobLogs"]).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"/storageAccounts/stcontent[^/]+/(\w+)/default/")]
    private static partial Regex Service();

    [GeneratedRegex(@"\b([A-Z]\w+) = ")]
    private static partial Regex Made();

    // A name of a table or a column, and not of a property.
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w+")]
    private static partial Regex Word();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
