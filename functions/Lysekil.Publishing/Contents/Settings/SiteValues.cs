using System.Net;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads settings of one value.</summary>
internal static class SiteValues
{
    private static readonly string[] PrivateDomains = [".localhost", ".local", ".internal", ".home.arpa"];

    /// <summary>What to write as <c>language</c>, as in "Skriv …".</summary>
    public static string Languages => "ett av språken "
        + string.Join(", ", Locale.All[..^1].Select(Named)) + " eller " + Named(Locale.All[^1]);

    /// <summary>The value of a setting; the fallback if it is missing, or cannot be used, which is told of.</summary>
    public static T Value<T>(
        FrontMatter values,
        string key,
        string expected,
        Func<string, T?> read,
        T fallback,
        List<Diagnostic> diagnostics)
        where T : class?
    {
        if (values.Find(key) is not { } entry)
        {
            return fallback;
        }

        var value = read(entry.Value);
        if (value is null)
        {
            diagnostics.Add(DiagnosticCatalog.ValueInvalid(entry.Line, key, entry.Value, expected));
        }

        return value ?? fallback;
    }

    /// <summary>The address of a site: http or https, and nothing behind the host.</summary>
    public static Uri? Address(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url)
        && url.Scheme is "https" or "http"
        && url.AbsolutePath == "/"
        && url.Query.Length == 0
        && url.Fragment.Length == 0
        && url.UserInfo.Length == 0
            ? url
            : null;

    /// <summary>An https address on a public host.</summary>
    public static Uri? PublicAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url is { Scheme: "https", HostNameType: UriHostNameType.Dns, UserInfo: "", Fragment: "" }
        && IsPublic(url.IdnHost)
            ? url
            : null;

    public static TimeZoneInfo? Zone(string text) =>
        text.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
            ? zone
            : null;

    /// <summary>A tag of a language that the engine has.</summary>
    public static string? Language(string text) =>
        LanguageTag.Read(text) is { } tag && Locale.Of(tag) is not null ? tag : null;

    /// <summary>
    /// Whether a host is one that the public DNS may have. Judged is what a client asks for: the ASCII form, in which
    /// signs of other alphabets that mean a digit or a full stop are these, and without the full stop of the root.
    /// </summary>
    /// <remarks>The names that are left out are of RFC 6761, 6762 and 8375, and ICANN's for private use.</remarks>
    private static bool IsPublic(string asciiHost)
    {
        var host = asciiHost.TrimEnd('.');
        return host.Contains('.', StringComparison.Ordinal)
            && !IPAddress.TryParse(host, out _)
            && !PrivateDomains.Any(d => host.EndsWith(d, StringComparison.OrdinalIgnoreCase));
    }

    private static string Named(Locale locale) => $"{locale.Language} ({locale.Name})";
}
