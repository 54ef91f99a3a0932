using System.Globalization;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>Timestamps as feeds, sitemaps and structured data write them (RFC 3339, section 5.6).</summary>
internal static class Rfc3339
{
    /// <summary>The moment to the second, with its offset: "2019-10-05T18:30:00+02:00".</summary>
    public static string Of(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
