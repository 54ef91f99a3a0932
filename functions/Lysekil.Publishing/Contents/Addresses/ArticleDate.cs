using System.Globalization;
using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>Reads the dates that editors write: RFC 3339 and its relaxed forms, in the site's time zone where none is named.</summary>
public static partial class ArticleDate
{
    public const string Expected = "datumet som 2026-03-24, med klockslag som 2026-03-24 18:30";

    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly string[] LocalFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH.mm"];

    private static readonly string[] OffsetFormats =
        ["yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>The moment, with the offset that holds in <paramref name="zone"/> then; <c>null</c> where it is none.</summary>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone)
    {
        var trimmed = text.Trim();
        if (trimmed.EndsWith('Z'))
        {
            trimmed = trimmed[..^1] + "+00:00";
        }

        if (DateTime.TryParseExact(trimmed, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return InRange(local.Year) ? At(local, zone) : null;
        }

        return DateTimeOffset.TryParseExact(trimmed, OffsetFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && InRange(moment.Year)
            ? TimeZoneInfo.ConvertTime(moment, zone)
            : null;
    }

    /// <summary>The date that opens a file name or a paragraph, and what follows it.</summary>
    public static (DateTimeOffset Date, string Text)? ParseStart(string text, TimeZoneInfo zone)
    {
        var match = LeadingDate().Match(text);
        return match.Success && Parse(match.Groups["date"].Value, zone) is { } date ? (date, text[match.Length..]) : null;
    }

    /// <summary>What opens a file name as a date would, and is none that there is; <c>null</c> where nothing does.</summary>
    public static string? MistakenStart(string text) =>
        LeadingDate().Match(text) is { Success: true } match && match.Groups["date"].Value is var date && Parse(date, TimeZoneInfo.Utc) is null ? date : null;

    /// <summary>A time that a change to summer time skips is the same time by the clock before it.</summary>
    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(zone.IsInvalidTime(local) ? local.AddHours(-1) : local);
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, offset), zone);
    }

    private static bool InRange(int year) => year is >= FirstYear and <= LastYear;

    [GeneratedRegex(@"^(?<date>\d{4}-\d{2}-\d{2})(?!\d)[\s_.,:–-]*", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingDate();
}
