using System.Globalization;

namespace Lysekil.Publishing.Contents.Values;

/// <summary>Moments in Swedish, as they are where the site is, independent of the culture of the machine.</summary>
public static class SwedishMoment
{
    private static readonly string[] Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ];

    /// <param name="month">1–12.</param>
    public static string NameOfMonth(int month) => Months[month - 1];

    /// <summary>"5 oktober 2019"</summary>
    public static string DayOf(DateTimeOffset moment) => string.Create(
        CultureInfo.InvariantCulture, $"{moment.Day} {NameOfMonth(moment.Month)} {moment.Year}");

    /// <summary>"5 oktober 2019 kl. 18.30", without the time at midnight.</summary>
    public static string WithTimeOf(DateTimeOffset moment) => moment.TimeOfDay < TimeSpan.FromMinutes(1)
        ? DayOf(moment)
        : DayOf(moment) + moment.ToString(" 'kl.' HH.mm", CultureInfo.InvariantCulture);
}
