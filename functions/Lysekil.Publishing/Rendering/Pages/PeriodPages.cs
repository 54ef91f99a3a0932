using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The news archive (<em>Nyhetsarkiv</em>): a month lists its articles, or its days if they are very many, a year its
/// months, the overview its years. Each page reads its own period, or the summaries one level below, at any size of the
/// news archive (R5).
/// </summary>
internal sealed class PeriodPages(SiteIndex index)
{
    private const int HeadlinesOfPeriod = 3;

    public async Task<RenderResult> RenderMonthAsync(Site site, Month month, CancellationToken cancellation)
    {
        var (from, to) = Bounds(month, site.Settings.TimeZone);
        var listing = await DividedListing.ReadAsync(
            index,
            site,
            PageKey.Month(month),
            IndexKeys.DaysOf(month),
            index.Lengths.Month,
            most => index.BetweenAsync(from, to, most, cancellation),
            articles => articles.GroupBy(a => DayOf(a.Date!.Value, site))
                .Select(day => SummaryOf(PageKey.Day(day.Key), day.Key.Day, [.. day])),
            cancellation);
        if (listing.Count == 0)
        {
            return RenderResult.Nothing with { MayBeDivided = site.HasDivided };
        }

        var locale = site.Settings.Locale;
        var name = locale.NameOf(month);
        var page = HtmlPage.Render(
            site,
            listing.IsDivided ? "month-days" : "month",
            new PageHead(
                locale.Text("month.title", ("month", name)),
                PageKey.Month(month),
                locale.Text("month.description", ("month", name))),
            ("articles", listing.Articles.Select(a => new CardModel(a))),
            ("days", listing.Parts.Select(d => new PeriodModel(
                locale.Day(new DateTimeOffset(month.Year, month.Number, Number(d.Name), 0, 0, 0, TimeSpan.Zero)),
                d.Page.Url,
                d.Count,
                [],
                []))),
            ("month", name),
            ("year", Text(month.Year)),
            ("year_url", PageKey.Year(month.Year).Url));
        var summary = SummaryOf(PageKey.Month(month), month.Number, listing.Articles);
        return new RenderResult(
            page,
            !listing.IsDivided ? summary : summary with
            {
                Count = listing.Count,
                Headlines = [.. listing.Parts.SelectMany(d => d.Headlines).Take(HeadlinesOfPeriod)],
                IsDivided = true,
            })
        {
            MayBeDivided = site.HasDivided || listing.IsDivided,
        };
    }

    /// <summary>A day, if its month is divided.</summary>
    public async Task<RenderResult> RenderDayAsync(Site site, DateOnly day, CancellationToken cancellation)
    {
        var month = new Month(day.Year, day.Month);
        if (!await index.IsDividedAsync(PageKey.Month(month), cancellation))
        {
            return RenderResult.Nothing;
        }

        var zone = site.Settings.TimeZone;
        var to = day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Start(day.AddDays(1), zone);
        var articles = await index.BetweenAsync(Start(day, zone), to, SiteIndex.All, cancellation);
        if (articles.Count == 0)
        {
            return RenderResult.Nothing;
        }

        var locale = site.Settings.Locale;
        var name = locale.Day(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
        var page = HtmlPage.Render(
            site,
            "day",
            new PageHead(
                locale.Text("day.title", ("day", name)),
                PageKey.Day(day),
                locale.Text("day.description", ("day", name))),
            ("articles", articles.Select(a => new CardModel(a))),
            ("month", new TopicLink(locale.NameOf(month), PageKey.Month(month).Url)),
            ("year", Text(day.Year)),
            ("year_url", PageKey.Year(day.Year).Url));
        return new RenderResult(page, SummaryOf(PageKey.Day(day), day.Day, articles));
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

    private static PeriodSummary SummaryOf(PageKey page, int number, IReadOnlyList<PublishedItem> articles) => new()
    {
        Page = page,
        Name = Text(number),
        Count = articles.Count,
        Headlines = [.. articles.Take(HeadlinesOfPeriod).Select(Headline.Of)],
    };

    private static PeriodModel YearOf(Locale locale, PeriodSummary summary)
    {
        var year = Number(summary.Name);
        var months = summary.Parts.AsEnumerable().Reverse().Select(p => p.Split('=')).Select(p =>
            MonthOf(
                locale,
                year,
                Number(p[0]),
                Number(p[1]),
                []));
        return new PeriodModel(summary.Name, PageKey.Year(year).Url, summary.Count, [], months);
    }

    private static PeriodModel MonthOf(Locale locale, int year, PeriodSummary month) =>
        MonthOf(locale, year, Number(month.Name), month.Count, month.Headlines);

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

    /// <summary>The day of a moment by the site's clock.</summary>
    private static DateOnly DayOf(DateTimeOffset moment, Site site) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, site.Settings.TimeZone).DateTime);

    private static DateTimeOffset Start(Month month, TimeZoneInfo zone) => month.Year > DateTime.MaxValue.Year
        ? DateTimeOffset.MaxValue
        : Start(new DateOnly(month.Year, month.Number, 1), zone);

    /// <summary>
    /// The first moment of a day; at the ends of the calendar, where an offset would lead out of it, its first or last
    /// moment.
    /// </summary>
    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return local == DateTime.MinValue
            ? DateTimeOffset.MinValue
            : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
