using System.Globalization;

namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>
/// The tables of <c>docs/cost.md</c>, each between two marks in the file. The text between them is written by hand.
/// </summary>
internal static class CostPage
{
    private static readonly long[] PublishesADay = [1, 50, 5_000];
    private static readonly long[] ArticlesADay = [0, 1, 10, 50];
    private static readonly int[] PollingSeconds = [1, 2, 5, 60];
    private static readonly long[] ViewsAMonth = [1_000, 10_000, 100_000, 1_000_000];

    /// <summary>The number of views for the tables that show only one.</summary>
    private const long SomeViews = 100_000;

    public static async Task<IReadOnlyDictionary<string, string>> TablesAsync()
    {
        var (site, terms) = (await MeasuredSite.GetAsync(), await Terms.ReadAsync());
        Bill Of(long publishes, long views) => new(site, terms, publishes, views);
        decimal DeskOf(long articles) =>
            new Bill(site, terms, articles, SomeViews, articles * Bill.DeskRequestsOfAnArticle).Total
                - Of(articles, SomeViews).Total;
        var variants = await Variants.OfAsync(Of(50, SomeViews), terms);
        return new Dictionary<string, string>
        {
            ["deployments"] = Table(
                "deployment | resources | dollars a month | not priced",
                [.. variants.Select(v => $"{v.Name} | {v.Resources} | {Dollars(v.Dollars)} | {v.Unpriced}")]),
            ["operations"] = Table(
                "work | executions | blob writes | blob reads | table calls | queue calls | log entries",
                Row("a publish", site.Publish), Row("the timer of each minute", site.Minute),
                Row("a reconcile, each ten minutes", site.Reconcile), Row("the sweep of each night", site.Sweep)),
            ["month"] = Table(
                "publishes a day | " + string.Join(" | ", ViewsAMonth.Select(v => Number(v) + " views")),
                [.. PublishesADay.Select(
                    p => $"{Number(p)} | " + string.Join(" | ", ViewsAMonth.Select(v => Dollars(Of(p, v).Total))))]),
            ["lines"] = Table(
                "of which | " + string.Join(" | ", PublishesADay.Select(p => Number(p) + " a day")),
                Line("functions", b => b.Functions), Line("storage and events", b => b.Storage),
                Line("polling the queues, at most", b => b.Polling),
                Line("telemetry", b => b.Telemetry), Line("log of storage", b => b.StorageLog),
                Line("alerts", b => b.Alerts), Line("visitors", b => b.Views)),
            ["desk"] = Table(
                "articles a day | requests a month | dollars a month",
                [.. ArticlesADay.Select(a =>
                    $"{Number(a)} | {Number(a * Bill.DeskRequestsOfAnArticle * 30)} | {Dollars(DeskOf(a))}")]),
            ["idle"] = Table(
                "pause | looks an hour | dollars a month, at most | a message waits, on average | at most",
                [.. PollingSeconds.Select(s =>
                    $"{s} s | {Number(3_600 / s)} | {Dollars(Bill.PollingOf(s))} | {Seconds(s / 2m)} | {Seconds(s)}")]),
            ["log"] = Table(
                "publishes a day | entries a month | gigabytes | dollars a month, if nothing else is logged",
                [.. PublishesADay.Select(p => Of(p, SomeViews)).Zip(PublishesADay, (b, p) =>
                    $"{Number(p)} | {Number(b.LoggedCalls)} | {Gigabytes(b.StorageLogGigabytes)} | "
                        + Dollars(Bill.LogOf(b.StorageLogGigabytes)))]),
            ["alternatives"] = Table(
                $"at {Number(SomeViews)} views | "
                    + string.Join(" | ", PublishesADay.Select(p => Number(p) + " a day")),
                Line("this", b => b.Total), Line("this, with Front Door and a domain", b => b.Total + b.FrontDoor),
                "Netlify Pro, a deploy each publish | "
                    + string.Join(" | ", PublishesADay.Select(p => Dollars(Alternatives.Netlify(p, Of(p, SomeViews))))),
                Line("Vercel Pro, without builds", Alternatives.Vercel)),
            ["prices"] = Table(
                "what | dollars | for a | found in",
                [.. Prices.All.Select(
                    p => $"{p.What} | {p.Dollars.ToString(CultureInfo.InvariantCulture)} | {p.Unit} | {p.Source}")]),
            ["sizes"] = $"A view is some {site.ViewBytes / 1_000} KB; "
                + $"an article with its picture takes up some {site.ArticleBytes / 1_000} KB in all.\n",
        };

        string Line(string name, Func<Bill, decimal> part) =>
            $"{name} | " + string.Join(" | ", PublishesADay.Select(p => Dollars(part(Of(p, SomeViews)))));
    }

    private static string Row(string name, Usage usage) => string.Join(
        " | ",
        [
            name, Number(usage.Executions), Number(usage.BlobWrites), Number(usage.BlobReads),
            Number(usage.TableCalls), Number(usage.QueueCalls), Number(usage.LoggedCalls),
        ]);

    /// <summary>
    /// Aligns numbers to the right. The first column and the last one of two tables hold text.
    /// </summary>
    private static string Table(string head, params string[] rows)
    {
        var columns = head.Split(" | ")
            .Select(name => name is "found in" or "not priced" || head.StartsWith(name, StringComparison.Ordinal)
                ? "---" : "--:");
        return string.Concat(new[] { head, string.Join(" | ", columns) }.Concat(rows).Select(row => $"| {row} |\n"));
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Gigabytes(decimal gigabytes) => gigabytes.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Seconds(decimal seconds) => seconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";

    private static string Dollars(decimal dollars) =>
        "$" + dollars.ToString(dollars < 100 ? "#,0.00" : "#,0", CultureInfo.InvariantCulture);
}
