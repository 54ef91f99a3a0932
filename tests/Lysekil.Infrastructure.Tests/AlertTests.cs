using Lysekil.Infrastructure.Tests.Bicep;
using Lysekil.Publishing.Storage;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The alerts, and their entries in the runbook.</summary>
public sealed class AlertTests
{
    private const string LogRule = "Microsoft.Insights/scheduledQueryRules";
    private const string MetricRule = "Microsoft.Insights/metricAlerts";

    [Fact]
    public async Task Every_alert_has_a_runbook()
    {
        var deployment = await Deployment.Plain;
        var readme = Repository.Read("infra/README.md");
        var alerts = deployment.Names(LogRule).Concat(deployment.Names(MetricRule)).ToList();

        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert => Assert.Contains($"\n### `{alert}`\n", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_alert_reaches_the_operators()
    {
        var deployment = await Deployment.Plain;
        var operators = Assert.Single(deployment.Of("Microsoft.Insights/actionGroups"));

        Assert.NotEmpty(operators.Items("armRoleReceivers"));
        Assert.All(
            [.. deployment.Of(LogRule), .. deployment.Of(MetricRule), Budget(deployment)],
            alert => Assert.Contains(operators.Id, alert.ToText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_wants_a_mail_gets_one()
    {
        var operators = Assert.Single((await Deployment.Full).Of("Microsoft.Insights/actionGroups"));

        Assert.Equal(
            ["desk@lysekil.example", "press@lysekil.example"],
            operators.Items("emailReceivers")
                .Select(mail => mail.GetProperty("emailAddress").GetString()));
    }

    [Fact]
    public async Task Every_poison_queue_is_watched()
    {
        var query = await QueryAsync("poison-message");

        Assert.Contains($"\"{StorageNames.PoisonOf(StorageNames.ContentEvents)}\"", query, StringComparison.Ordinal);
        Assert.Contains($"\"{StorageNames.PoisonOf(StorageNames.PageRefreshes)}\"", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_drift_alert_queries_the_message_that_the_engine_logs()
    {
        Assert.Contains("Message startswith \"Reconcile found\"", await QueryAsync("drift"), StringComparison.Ordinal);
        Assert.Contains(
            "\"Reconcile found ",
            Repository.SourceOf("Reconciler"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-reconcile", "lysekil.reconciles", "sources", "done")]
    [InlineData("failed-reconcile", "lysekil.reconciles", "failed")]
    public async Task Reconciles_are_looked_for_by_what_the_engine_measures(string alert, params string[] names)
    {
        var meter = Repository.SourceOf("PublishingMeter")
            + Repository.SourceOf("WatchedRun")
            + Repository.SourceOf("Reconciler");
        foreach (var name in names)
        {
            Assert.Contains($"\"{name}\"", await QueryAsync(alert), StringComparison.Ordinal);
            Assert.Contains($"\"{name}\"", meter, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_message_fails_as_often_as_the_alert_says()
    {
        Assert.Contains("\"maxDequeueCount\": 5", Repository.Read("host.json"), StringComparison.Ordinal);
        Assert.Contains("failed five times", Repository.Read("infra/modules/alerts.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_have_their_numbers_filled_in()
    {
        var rules = (await Deployment.Plain).Of(LogRule);

        Assert.All(rules, rule => Assert.DoesNotMatch(@"\{\d", rule.Text("criteria.allOf.0.query")));
        Assert.Contains("Max > 60", await QueryAsync("slow-publishing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_budget_keeps_the_month_that_it_began_with()
    {
        Assert.Equal("2026-11-01", Budget(await Deployment.Full).Text("timePeriod.startDate"));
        Assert.Equal("2026-11-01", (await Deployment.Full).Outputs.GetProperty("BUDGET_START").GetString());
        Assert.Equal("[utcNow('yyyy-MM-01')]", Budget(await Deployment.Plain).Text("timePeriod.startDate"));
    }

    private static Resource Budget(Deployment deployment) =>
        Assert.Single(deployment.Of("Microsoft.Consumption/budgets"));

    private static async Task<string> QueryAsync(string alert) =>
        Assert.Single((await Deployment.Plain).Of(LogRule), rule => rule.Name == alert)
            .Text("criteria.allOf.0.query");
}
