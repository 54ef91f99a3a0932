using System.Globalization;

namespace Lysekil.Publishing.Contents.Values;

/// <summary>A calendar month, in the site's time zone.</summary>
/// <param name="Year">1900–2199.</param>
/// <param name="Number">1–12.</param>
public readonly record struct Month(int Year, int Number)
{
    /// <summary>The month by the clock that the offset belongs to.</summary>
    public static Month Of(DateTimeOffset moment) => new(moment.Year, moment.Month);

    /// <summary>"2019-10" (ISO 8601).</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
