using System.Globalization;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Desk.Layout;

/// <summary>Moments as editors read them, in the time of Sweden.</summary>
internal sealed class SwedishTime(TimeProvider clock)
{
    private readonly TimeZoneInfo _zone = SiteSettings.Default.TimeZone;

    /// <summary>"i dag 14.05", "i går 9.12", "3 november 2026 kl. 14.05"</summary>
    public string Near(DateTimeOffset moment)
    {
        var local = Local(moment);
        var days = (Local(clock.GetUtcNow()).Date - local.Date).Days;
        return days switch
        {
            0 => "i dag " + TimeOf(local),
            1 => "i går " + TimeOf(local),
            -1 => "i morgon " + TimeOf(local),
            _ => Full(moment),
        };
    }

    /// <summary>"3 november 2026 kl. 14.05"</summary>
    public string Full(DateTimeOffset moment) => Locale.Swedish.Day(Local(moment)) + " kl. " + TimeOf(Local(moment));

    /// <summary>The moment for <c>datetime</c> (RFC 3339).</summary>
    public string Iso(DateTimeOffset moment) => new ShownDate(Local(moment), Locale.Swedish).Iso;

    public DateTimeOffset Now => Local(clock.GetUtcNow());

    private static string TimeOf(DateTimeOffset local) => local.ToString("H.mm", CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone);
}
