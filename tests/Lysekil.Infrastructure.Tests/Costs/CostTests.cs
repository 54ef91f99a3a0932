using System.Globalization;
using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>
/// <c>docs/cost.md</c> against what the engine does today. After a change that is meant: <c>LYSEKIL_GOLDEN=write dotnet
/// test tests/Lysekil.Infrastructure.Tests --filter Cost</c>, then look at the difference, and whether the words around
/// the tables still hold.
/// </summary>
public sealed class CostTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "cost.md");

    [Fact]
    public async Task The_tables_of_the_page_are_those_that_the_measurement_gives()
    {
        var tables = await CostPage.TablesAsync();
        var text = await File.ReadAllTextAsync(Page);
        if (Environment.GetEnvironmentVariable("LYSEKIL_GOLDEN") == "write")
        {
            foreach (var (name, table) in tables)
            {
                text = text.Replace(
                    Marked(name, Between(text, name)), Marked(name, "\n" + table), StringComparison.Ordinal);
            }

            await File.WriteAllTextAsync(Page, text);
        }

        Assert.All(tables, table => Assert.Equal("\n" + table.Value, Between(text, table.Key)));
    }

    [Fact]
    public async Task A_publish_and_a_sweep_stay_within_their_bounds()
    {
        var site = await MeasuredSite.GetAsync();

        // A sweep asks for each page at most twice, once for the index and once for the blob. A message names up to
        // sixteen pages, and fewer if they read many rows.
        Assert.InRange(site.Publish.Executions, 3, 12);
        Assert.Equal(2, site.Publish.Events);
        Assert.InRange(site.Sweep.Executions, MeasuredSite.Articles / 16, MeasuredSite.Articles * 3 / 10);
        Assert.InRange(site.Sweep.BlobWrites, 1, MeasuredSite.Articles / 10); // Listings: no page is written.
    }

    [Fact]
    public void Timers_run_as_often_as_the_bill_assumes()
    {
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["PublishScheduled"] = "0 * * * * *",
                ["ReconcileSources"] = "0 */10 * * * *",
                ["ReconcilePages"] = "0 17 3 * * *",
            },
            Triggers.Timers);
        Assert.Equal((43_200, 4_320, 30), (Bill.MinutesAMonth, Bill.ReconcilesAMonth, Bill.SweepsAMonth));
    }

    /// <summary>Calculated by hand from the prices and the free amounts.</summary>
    [Fact]
    public async Task The_arithmetic_is_that_of_a_bill()
    {
        var site = await MeasuredSite.GetAsync();
        var terms = await Terms.ReadAsync();
        var none = new Bill(site, terms, 0, 0);
        var thousand = new Bill(site, terms, 0, 1_000);
        var million = new Bill(site, terms, 0, 10_000_000);

        Assert.Equal(0, none.Views);
        Assert.Equal(3_000 * 0.0044m / 10_000, thousand.Views);
        Assert.Equal(
            (30_000_000 * 0.0044m / 10_000) + ((10_000_000m * site.ViewBytes / 1_000_000_000m - 100) * 0.087m),
            million.Views);
        Assert.Equal(2 * 1_296_000 * 0.004m / 10_000, none.Polling);
        Assert.Equal(none.Total - none.Views, million.Total - million.Views);
        Assert.True(new Bill(site, terms, 50, 0).Total > none.Total);
    }

    /// <summary>Its app has neither a timer nor a queue to poll; what publishes spends the free amounts.</summary>
    [Fact]
    public async Task The_desk_costs_a_second_of_memory_for_each_request_and_nothing_without_one()
    {
        var (site, terms) = (await MeasuredSite.GetAsync(), await Terms.ReadAsync());
        var busy = new Bill(site, terms, 5_000, 0);

        var more = new Bill(site, terms, 5_000, 0, deskRequestsADay: 1_000);

        Assert.Equal((30_000 * 2 * 0.000026m) + (30_000 * 0.40m / 1_000_000), more.Functions - busy.Functions);
        Assert.Equal(30_000 * 5 * 0.0044m / 10_000, more.Storage - busy.Storage);
        Assert.Equal(busy.Polling, more.Polling);
        Assert.DoesNotContain("TimerTrigger", Repository.Read("functions/Lysekil.Desk.App/ServeDesk.cs"));
    }

    [Fact]
    public async Task The_text_names_the_settings_that_the_bill_uses()
    {
        var terms = await Terms.ReadAsync();
        var text = string.Join(' ', (await File.ReadAllLinesAsync(Page)).Select(line => line.Trim()));

        Assert.Equal(2, terms.InstanceGigabytes);
        Assert.Contains(
            $"`INSTANCE_MEMORY_MB` of {ParameterFile.Defaults["INSTANCE_MEMORY_MB"]}", text, StringComparison.Ordinal);
        Assert.Contains("a second for each execution", text, StringComparison.Ordinal);
        Assert.Contains("every two seconds when there are none", text, StringComparison.Ordinal);
        Assert.Equal(2, terms.PollingSeconds);
    }

    /// <summary>The settings that keep the host from recording are checked with the apps' others.</summary>
    [Fact]
    public async Task The_text_tells_what_an_idle_host_would_log_if_it_recorded_its_spans()
    {
        var text = string.Join(' ', (await File.ReadAllLinesAsync(Page)).Select(line => line.Trim()));
        var gigabytes = Bill.LoggedGigabytesOf(Bill.SpansOfAnIdleHostASecond);

        Assert.Equal(4.9m * 2_592_000 * 1_000 / 1_000_000_000, gigabytes);
        Assert.Equal((gigabytes - 5) * 2.30m, Bill.LogOf(gigabytes));
        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"4.9 spans a second: {gigabytes:0.0} GB a month, which cost ${Bill.LogOf(gigabytes):0.00}"),
            text, StringComparison.Ordinal);
    }

    private static string Between(string page, string name)
    {
        var marks = Marked(name, "|").Split('|');
        Assert.Contains(marks[0], page, StringComparison.Ordinal);
        return page.Split(marks[0])[1].Split(marks[1])[0];
    }

    private static string Marked(string name, string table) => $"<!-- {name} -->{table}<!-- end of {name} -->";
}
