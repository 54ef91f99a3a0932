namespace Lysekil.Publishing.Contents.Locales;

/// <summary>Where a site is: what its settings say that reading a text depends on.</summary>
/// <param name="TimeZone">The time zone of dates without an offset.</param>
/// <param name="Locale">The language of a text that names none, or one that the engine does not have.</param>
public sealed record RegionalSettings(TimeZoneInfo TimeZone, Locale Locale)
{
    /// <summary>The locale of a text.</summary>
    /// <param name="language">The text's language tag; <c>null</c> if it names none.</param>
    public Locale LocaleOf(string? language) => language is null ? Locale : Locale.Of(language) ?? Locale;
}
