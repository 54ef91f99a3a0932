using System.Globalization;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>A moment in Swedish, as templates show it.</summary>
public sealed class SwedishDate(DateTimeOffset moment)
{
    /// <summary>RFC 3339, with the offset.</summary>
    public string Iso => Rfc3339.Of(moment);

    /// <summary>"5 oktober 2019"</summary>
    public string Text => SwedishMoment.DayOf(moment);

    /// <summary>"5 oktober 2019 kl. 18.30", without the time at midnight.</summary>
    public string WithTime => SwedishMoment.WithTimeOf(moment);

    /// <summary>"5 okt."; "5 maj"</summary>
    public string Brief
    {
        get
        {
            var month = NameOf(moment.Month);
            return string.Create(
                CultureInfo.InvariantCulture, $"{moment.Day} {(month.Length <= 4 ? month : month[..3] + ".")}");
        }
    }

    /// <summary>"oktober 2019"</summary>
    public static string Of(Month month) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(month.Number)} {month.Year}");

    /// <param name="month">1–12.</param>
    public static string NameOf(int month) => SwedishMoment.NameOfMonth(month);
}
