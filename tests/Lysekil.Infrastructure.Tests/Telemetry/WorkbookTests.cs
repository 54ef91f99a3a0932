using System.Text.RegularExpressions;
using Lysekil.Infrastructure.Tests.Bicep;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Storage;

namespace Lysekil.Infrastructure.Tests.Telemetry;

/// <summary>The workbook of the operators queries tables and metrics that exist.</summary>
public sealed partial class WorkbookTests
{
    /// <summary>
    /// The tables of the workspace: those of Application Insights, and a log of the storage account.
    /// </summary>
    private static readonly string[] Tables =
        ["AppDependencies", "AppExceptions", "AppMetrics", "AppRequests", "AppTraces", "StorageQueueLogs"];

    [Fact]
    public async Task The_workbook_is_one_page_on_the_workspace()
    {
        var workbook = await Workbook.ReadAsync();
        var workspace = Assert.Single((await Deployment.Plain).Of("Microsoft.OperationalInsights/workspaces"));

        Assert.True(Guid.TryParse(workbook.Resource.Name, out _));
        Assert.Equal(workspace.Id, workbook.Resource.Text("sourceId"));
        Assert.Equal(
            workspace.Id, Assert.Single(workbook.Root.GetProperty("fallbackResourceIds").EnumerateArray()).GetString());
        Assert.NotEmpty(workbook.Panels);
        Assert.All(workbook.Panels, panel =>
            Assert.Equal("microsoft.operationalinsights/workspaces", panel.GetProperty("resourceType").GetString()));
    }

    [Fact]
    public async Task The_workbook_shows_every_metric_of_the_code_and_no_other()
    {
        var asked = (await Workbook.ReadAsync()).Queries
            .SelectMany(query => Metric().Matches(query)).Select(match => match.Value).Distinct();

        Assert.NotEmpty(Instruments.Names);
        Assert.Equal(Instruments.Names, asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_descriptions_of_the_counters_name_every_value_of_their_dimension()
    {
        Assert.Equal(Values<RefreshResult>(), Listed("lysekil.refreshes"));
        Assert.Equal(Values<PublishChange>(), Listed("lysekil.publishes"));

        static IEnumerable<string> Values<T>()
            where T : struct, Enum => Enum.GetNames<T>().Select(n => n.ToLowerInvariant())
                .Order(StringComparer.Ordinal);
        static IEnumerable<string> Listed(string instrument) =>
            Instruments.Descriptions[instrument].Split(": ")[1].TrimEnd('.').Split(", ").Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_runbook_names_every_kind_of_drift_of_the_meter()
    {
        var readme = Repository.Read("infra/README.md").ReplaceLineEndings(" ");

        Assert.All(
            Instruments.Descriptions["lysekil.reconcile.drift"].Split(": ")[1].TrimEnd('.').Split(", "),
            kind => Assert.Contains($"`{kind}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_panel_queries_a_table_that_exists()
    {
        var queries = (await Workbook.ReadAsync()).Queries;

        Assert.All(queries, query => Assert.NotEmpty(Table().Matches(query)));
        Assert.Empty(queries.SelectMany(query => Table().Matches(query)).Select(match => match.Value).Except(Tables));
    }

    [Fact]
    public async Task Every_panel_has_a_title_of_its_own_and_the_period_that_is_chosen()
    {
        var workbook = await Workbook.ReadAsync();

        Assert.Equal(["TimeRange"], workbook.Parameters);
        Assert.All(workbook.Panels, panel =>
            Assert.Equal("TimeRange", panel.GetProperty("timeContextFromParameter").GetString()));
        Assert.Distinct(workbook.Panels.Select(panel => panel.GetProperty("title").GetString()));
        Assert.All(
            workbook.Queries, query =>
                Assert.Empty(Placeholder().Matches(query).Select(match => match.Value).Except(["{TimeRange:grain}"])));
    }

    [Fact]
    public async Task The_panel_of_durations_names_every_span_of_the_code()
    {
        var spans = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "functions", "Lysekil.Publishing"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Span().Matches(File.ReadAllText(file))).SelectMany(call => Quoted().Matches(call.Value))
            .Select(match => match.Groups[1].Value).Distinct();
        var query = Assert.Single(
            (await Workbook.ReadAsync()).Queries, query => query.Contains("DurationMs", StringComparison.Ordinal));

        var named = Quoted().Matches(query).Select(match => match.Groups[1].Value);

        Assert.Equal(spans.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_poison_queue_is_shown()
    {
        var query = Assert.Single(
            (await Workbook.ReadAsync()).Queries, query =>
                query.Contains("StorageQueueLogs", StringComparison.Ordinal));

        Assert.Contains($"\"{StorageNames.PoisonOf(StorageNames.ContentEvents)}\"", query, StringComparison.Ordinal);
        Assert.Contains($"\"{StorageNames.PoisonOf(StorageNames.PageRefreshes)}\"", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_alert_that_a_title_names_is_in_the_runbook()
    {
        var readme = Repository.Read("infra/README.md");
        var named = (await Workbook.ReadAsync()).Panels
            .SelectMany(panel => Runbook().Matches(panel.GetProperty("title").GetString()!))
            .Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, alert => Assert.Contains($"\n### `{alert}`\n", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Alerts_query_metrics_of_the_code()
    {
        var asked = (await Deployment.Plain).Of("Microsoft.Insights/scheduledQueryRules")
            .SelectMany(rule => Metric().Matches(rule.Text("criteria.allOf.0.query"))).Select(match => match.Value)
            .ToList();

        Assert.Contains("lysekil.upload_to_live", asked);
        Assert.Empty(asked.Except(Instruments.Names));
    }

    [GeneratedRegex(@"lysekil\.[\w.]+")]
    private static partial Regex Metric();

    // The first word of a query or of a union, and whatever else looks like a table.
    [GeneratedRegex(@"(?<=\A\s*)\b(?!union\b)\w+|(?<=\bunion\s+)\w+|\b(?:App|Storage)[A-Z]\w+")]
    private static partial Regex Table();

    [GeneratedRegex(@"PublishingTrace\.(?:Begin|Handle)\([^,;)]+")]
    private static partial Regex Span();

    [GeneratedRegex(@"""([^""]+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"runbook: ([\w-]+)")]
    private static partial Regex Runbook();
}
