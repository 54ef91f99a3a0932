namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>The addresses of films on the services that a page names.</summary>
internal static class FilmAddress
{
    public static string OnYouTube(string id) => $"https://youtu.be/{id}";

    public static string OnVimeo(string id) => $"https://vimeo.com/{id}";

    /// <summary>
    /// The name of the service that shows a film at the address; <c>null</c> if the address is not that of a film.
    /// </summary>
    public static string? ServiceAt(Uri url) => (Host(url), url.Segments) switch
    {
        ("youtube.com", ["/", "watch"]) when url.Query.Contains("v=", StringComparison.Ordinal) => "YouTube",
        ("youtube.com", ["/", "shorts/" or "live/", _, ..]) => "YouTube",
        ("youtu.be", ["/", _]) => "YouTube",
        ("vimeo.com", ["/", var number, ..]) when number.TrimEnd('/').All(char.IsAsciiDigit) => "Vimeo",
        ("svtplay.se", ["/", "video/" or "klipp/", _, ..]) => "SVT Play",
        ("urplay.se", ["/", "program/", _, ..]) => "UR Play",
        _ => null,
    };

    private static string Host(Uri url) =>
        url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..]
            : url.Host.StartsWith("m.", StringComparison.Ordinal) ? url.Host[2..]
            : url.Host;
}
