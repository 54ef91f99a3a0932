using Lysekil.Publishing.Contents.Locales;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>A moment as templates show it.</summary>
/// <param name="moment">The moment, with the offset of the place where the site is.</param>
/// <param name="locale">The language in which it is written.</param>
public sealed class ShownDate(DateTimeOffset moment, Locale locale)
{
    /// <summary>RFC 3339, with the offset.</summary>
    public string Iso => Rfc3339.Of(moment);

    /// <summary>"5 oktober 2019"</summary>
    public string Text => locale.Day(moment);

    /// <summary>"5 oktober 2019 kl. 18.30", without the time at midnight.</summary>
    public string WithTime => locale.DayAndTime(moment);

    /// <summary>"5 okt."; "5 maj"</summary>
    public string Brief => locale.BriefDay(moment);
}
