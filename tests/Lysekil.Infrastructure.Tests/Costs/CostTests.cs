using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>
/// <c>docs/cost.md</c> against what the engine does today. After a change that is meant:
/// <c>LYSEKIL_GOLDEN=write dotnet test tests/Lysekil.Infrastructure.Tests --filter Cost</c>, then look at the difference, and
/// whether the words around the tables still hold.
/// </summary>
public sealed class CostTests
{
    private static readonly string _page = Path.Combine(Repository.Root, "docs", "cost.md");

    [Fact]
    public async Task The_page_says_what_was_measured_and_what_follows_from_it()
    {
        var tables = await CostPage.TablesAsync();
        var text = await File.ReadAllTextAsync(_page);
        if (Environment.GetEnvironmentVariable("LYSEKIL_GOLDEN") == "write")
        {
            text = tables.Aggregate(text, (page, table) => page.Replace(Marked(table.Key, Between(page, table.Key)), Marked(table.Key, "\n" + table.Value), StringComparison.Ordinal));
            await File.WriteAllTextAsync(_page, text);
        }

        Assert.All(tables, table => Assert.Equal("\n" + table.Value, Between(text, table.Key)));
    }

    [Fact]
    public async Task A_publish_and_a_sweep_stay_within_their_bounds()
    {
        var site = await MeasuredSite.GetAsync();

        // What a publish touches is bounded; a sweep asks for each page twice at most, of the archive's and of those that stand there,
        // and for sixteen at once, fewer where they ask for much.
        Assert.InRange(site.Publish.Executions, 3, 12);
        Assert.Equal(2, site.Publish.Events);
        Assert.InRange(site.Sweep.Executions, MeasuredSite.Articles / 16, MeasuredSite.Articles * 3 / 10);
        Assert.InRange(site.Sweep.BlobWrites, 1, MeasuredSite.Articles / 10); // Listings: no page is written.
    }

    [Fact]
    public void Timers_run_as_often_as_the_bill_has_it()
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

    /// <summary>Reckoned by hand, from the prices and what is free.</summary>
    [Fact]
    public async Task The_arithmetic_is_that_of_a_bill()
    {
        var site = await MeasuredSite.GetAsync();
        var terms = await Terms.ReadAsync();
        var (none, thousand, million) = (new Bill(site, terms, 0, 0), new Bill(site, terms, 0, 1_000), new Bill(site, terms, 0, 10_000_000));

        Assert.Equal(0, none.Views);
        Assert.Equal(3_000 * 0.0044m / 10_000, thousand.Views);
        Assert.Equal((30_000_000 * 0.0044m / 10_000) + ((10_000_000m * site.ViewBytes / 1_000_000_000m - 100) * 0.087m), million.Views);
        Assert.Equal(2 * 2_592_000 * 0.004m / 10_000, none.Polling);
        Assert.Equal(none.Total - none.Views, million.Total - million.Views);
        Assert.True(new Bill(site, terms, 50, 0).Total > none.Total);
    }

    [Fact]
    public async Task The_words_name_the_settings_that_the_bill_follows_from()
    {
        var terms = await Terms.ReadAsync();
        var text = string.Join(' ', (await File.ReadAllLinesAsync(_page)).Select(line => line.Trim()));

        Assert.Equal(2, terms.InstanceGigabytes);
        Assert.Contains($"`INSTANCE_MEMORY_MB` of {ParameterFile.Defaults["INSTANCE_MEMORY_MB"]}", text, StringComparison.Ordinal);
        Assert.Contains("a second for each execution", text, StringComparison.Ordinal);
        Assert.Contains("each queue each second", text, StringComparison.Ordinal);
        Assert.Equal(1, terms.PollingSeconds);
    }

    private static string Between(string page, string name)
    {
        var marks = Marked(name, "|").Split('|');
        Assert.Contains(marks[0], page, StringComparison.Ordinal);
        return page.Split(marks[0])[1].Split(marks[1])[0];
    }

    private static string Marked(string name, string table) => $"<!-- {name} -->{table}<!-- end of {name} -->";
}
