using System.Globalization;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>A moment as Swedes write it; the same on every machine, whatever its culture.</summary>
public sealed class SwedishDate(DateTimeOffset moment)
{
    private static readonly string[] Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    ];

    /// <summary>RFC 3339, with offset.</summary>
    public string Iso => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>"5 oktober 2019"</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{moment.Day} {Months[moment.Month - 1]} {moment.Year}");

    /// <summary>"5 oktober 2019 kl. 18.30", without the time at midnight.</summary>
    public string WithTime => moment.TimeOfDay < TimeSpan.FromMinutes(1)
        ? Text
        : Text + moment.ToString(" 'kl.' HH.mm", CultureInfo.InvariantCulture);

    /// <summary>"5 okt."; "5 maj"</summary>
    public string Brief
    {
        get
        {
            var month = Months[moment.Month - 1];
            return string.Create(CultureInfo.InvariantCulture, $"{moment.Day} {(month.Length <= 4 ? month : month[..3] + ".")}");
        }
    }

    /// <summary>"oktober 2019"</summary>
    public static string Of(Month month) => string.Create(CultureInfo.InvariantCulture, $"{NameOf(month.Number)} {month.Year}");

    /// <param name="month">1–12.</param>
    public static string NameOf(int month) => Months[month - 1];
}
