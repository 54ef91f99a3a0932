using System.Globalization;
using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>
/// Parses the dates that editors write: RFC 3339 and relaxed forms of it, in the site's time zone unless they have an
/// offset.
/// </summary>
public static partial class ArticleDate
{
    public const string Expected = "datumet som 2026-03-24, med klockslag som 2026-03-24 18:30";

    /// <summary>The same for the end of something (<see cref="ParseEnd"/>).</summary>
    public const string ExpectedEnd = "den sista dagen som 2026-12-31, eller dagen med klockslag som 2026-12-31 18:30";

    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly string[] LocalFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH.mm",
    ];

    private static readonly string[] OffsetFormats =
    [
        "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz",
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>
    /// The moment, with the offset of <paramref name="zone"/> at that time; <c>null</c> if the text is no date.
    /// </summary>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone)
    {
        var trimmed = text.Trim();
        if (trimmed.EndsWith('Z'))
        {
            trimmed = trimmed[..^1] + "+00:00";
        }

        if (DateTime.TryParseExact(
            trimmed, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return InRange(local.Year) ? At(local, zone) : null;
        }

        return DateTimeOffset.TryParseExact(
            trimmed, OffsetFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && InRange(moment.Year)
            ? TimeZoneInfo.ConvertTime(moment, zone)
            : null;
    }

    /// <summary>The same of the end of something: a day without a time counts until its last second.</summary>
    public static DateTimeOffset? ParseEnd(string text, TimeZoneInfo zone) =>
        DateOnly.TryParseExact(
            text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && InRange(day.Year)
            ? At(day.ToDateTime(new TimeOnly(23, 59, 59)), zone)
            : Parse(text, zone);

    /// <summary>The beginning of a day.</summary>
    public static DateTimeOffset Of(DateOnly day, TimeZoneInfo zone) => At(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>
    /// The date with which a file's name begins, such as 2026-03-24, 2026_3_4 or 20260324, and the text after it.
    /// </summary>
    public static (DateTimeOffset Date, string Text)? ParseStart(string text, TimeZoneInfo zone) =>
        LeadingDate().Match(text) is { Success: true } match && DayOf(match) is { } day
            ? (Of(day, zone), text[match.Length..])
            : null;

    /// <summary>
    /// The beginning of a file name that looks like a date and is none that is read, such as 2026-02-30, 24-03-2026 or
    /// 260324; else <c>null</c>.
    /// </summary>
    public static string? MistakenStart(string text)
    {
        if (LeadingDate().Match(text) is { Success: true } match)
        {
            return DayOf(match) is null ? match.Groups["date"].Value : null;
        }

        return OtherDate().Match(text) is { Success: true } other ? other.Value : null;
    }

    private static DateOnly? DayOf(Match date)
    {
        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        return InRange(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

        int Number(string group) => int.Parse(date.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>Takes a time that the change to summer time skips by the offset before the change.</summary>
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(zone.IsInvalidTime(local) ? local.AddHours(-1) : local);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, offset), zone);
    }

    private static bool InRange(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>A year, a month and a day, with one kind of sign between them, or as eight digits.</summary>
    [GeneratedRegex(
        @"^(?<date>(?<year>[0-9]{4})(?<sign>[-_.])(?<month>[0-9]{1,2})\k<sign>(?<day>[0-9]{1,2})"
            + @"|(?<year>(?:19|20|21)[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2}))(?![0-9])[\s_.,:–-]*",
        RegexOptions.CultureInvariant)]
    private static partial Regex LeadingDate();

    /// <summary>
    /// A day, a month and a year, or a year of two digits before a month and a day: too many things are written so.
    /// </summary>
    [GeneratedRegex(
        @"^(?:[0-3]?[0-9](?<sign>[-_.])[01]?[0-9]\k<sign>(?:19|20|21)[0-9]{2}"
            + @"|[0-9]{2}(?<sign>[-_.]?)(?:0[1-9]|1[0-2])\k<sign>(?:0[1-9]|[12][0-9]|3[01]))(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex OtherDate();
}
