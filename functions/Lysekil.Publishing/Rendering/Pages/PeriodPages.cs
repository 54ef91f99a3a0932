using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The news archive (<em>Nyhetsarkiv</em>): a month lists its articles, a year its months, the overview its years. Each
/// page reads its own period, or the summaries one level below, at any size of the news archive (R5).
/// </summary>
internal sealed class PeriodPages(SiteIndex index)
{
    private const int HeadlinesOfMonth = 3;

    public async Task<RenderResult> RenderMonthAsync(Site site, Month month, CancellationToken cancellation)
    {
        var (from, to) = Bounds(month, site.Settings.TimeZone);
        var articles = await index.BetweenAsync(from, to, cancellation);
        if (articles.Count == 0)
        {
            return RenderResult.Nothing;
        }

        var locale = site.Settings.Locale;
        var name = locale.NameOf(month);
        var page = HtmlPage.Render(
            site,
            "month",
            new PageHead(
                locale.Text("month.title", ("month", name)),
                PageKey.Month(month),
                locale.Text("month.description", ("month", name))),
            ("articles", articles.Select(a => new CardModel(a))),
            ("month", name),
            ("year", Text(month.Year)),
            ("year_url", PageKey.Year(month.Year).Url));
        return new RenderResult(page, new PeriodSummary
        {
            Page = PageKey.Month(month),
            Name = Text(month.Number),
            Count = articles.Count,
            Headlines = [.. articles.Take(HeadlinesOfMonth).Select(Headline.Of)],
        });
    }

    public async Task<RenderResult> RenderYearAsync(Site site, int year, CancellationToken cancellation)
    {
        var months = await index.SummariesAsync(IndexKeys.YearOfMonths(year), cancellation);
        if (months.Count == 0)
        {
            return RenderResult.Nothing;
        }

        var locale = site.Settings.Locale;
        var page = HtmlPage.Render(
            site,
            "year",
            new PageHead(
                locale.Text("year.title", ("year", Text(year))),
                PageKey.Year(year),
                locale.Text("year.description", ("year", Text(year)))),
            ("year", Text(year)),
            ("months", months.AsEnumerable().Reverse().Select(m => MonthOf(locale, year, m))));
        return new RenderResult(page, new PeriodSummary
        {
            Page = PageKey.Year(year),
            Name = Text(year),
            Count = months.Sum(m => m.Count),
            Parts = [.. months.Select(m => $"{m.Name}={Text(m.Count)}")],
        });
    }

    public async Task<RenderResult> RenderNewsArchiveAsync(Site site, CancellationToken cancellation)
    {
        var years = await index.SummariesAsync(IndexKeys.YearSummaries, cancellation);
        var locale = site.Settings.Locale;
        return new RenderResult(HtmlPage.Render(
            site,
            "archive",
            new PageHead(
                locale.Text("archive"),
                PageKey.NewsArchive,
                locale.Text("archive.description", ("site", site.Settings.Title))),
            ("years", years.AsEnumerable().Reverse().Select(y => YearOf(locale, y))),
            ("count", years.Sum(y => y.Count))));
    }

    private static PeriodModel YearOf(Locale locale, PeriodSummary summary)
    {
        var year = int.Parse(summary.Name, CultureInfo.InvariantCulture);
        var months = summary.Parts.AsEnumerable().Reverse().Select(p => p.Split('=')).Select(p =>
            MonthOf(
                locale,
                year,
                int.Parse(p[0], CultureInfo.InvariantCulture),
                int.Parse(p[1], CultureInfo.InvariantCulture),
                []));
        return new PeriodModel(summary.Name, PageKey.Year(year).Url, summary.Count, [], months);
    }

    private static PeriodModel MonthOf(Locale locale, int year, PeriodSummary month) =>
        MonthOf(locale, year, int.Parse(month.Name, CultureInfo.InvariantCulture), month.Count, month.Headlines);

    private static PeriodModel MonthOf(
        Locale locale, int year, int month, int count, IEnumerable<Headline> headlines) => new(
        locale.NameOf(month),
        PageKey.Month(new Month(year, month)).Url,
        count,
        headlines.Select(h => new HeadlineModel(h)),
        []);

    /// <summary>
    /// The first moment of the period in the site's time zone, and that of the next period. Works for any year and
    /// month, since a stray page in <c>$web</c> can have any name.
    /// </summary>
    public static (DateTimeOffset From, DateTimeOffset To) Bounds(Month month, TimeZoneInfo zone)
    {
        var next = month.Number == 12 ? new Month(month.Year + 1, 1) : month with { Number = month.Number + 1 };
        return (Start(month, zone), Start(next, zone));
    }

    /// <inheritdoc cref="Bounds(Month, TimeZoneInfo)"/>
    public static (DateTimeOffset From, DateTimeOffset To) Bounds(int year, TimeZoneInfo zone) =>
        (Start(new Month(year, 1), zone), Start(new Month(year + 1, 1), zone));

    /// <summary>
    /// The first moment of a month; at the ends of the calendar, where an offset would lead out of it, its first or
    /// last moment.
    /// </summary>
    private static DateTimeOffset Start(Month month, TimeZoneInfo zone)
    {
        if (month.Year > DateTime.MaxValue.Year)
        {
            return DateTimeOffset.MaxValue;
        }

        var local = new DateTime(month.Year, month.Number, 1);
        return local == DateTime.MinValue
            ? DateTimeOffset.MinValue
            : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
