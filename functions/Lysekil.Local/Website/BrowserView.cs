using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Local.Website;

/// <summary>
/// A page as it is sent to a developer's browser: with the live reload script, and a content security policy that lets
/// it run. The blob, its entity tag and what other clients get do not change.
/// </summary>
internal static partial class BrowserView
{
    /// <summary>True if a browser asks for a page.</summary>
    public static bool AppliesTo(HttpRequest request, BlobProperties blob) =>
        blob.Headers.ContentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.Any(
            accepted => accepted?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>
    /// Adds the script to a page in UTF-8. The script reloads the page when its version is no longer <paramref
    /// name="shown"/>;
    /// <paramref name="root"/> is the path below which the pages are served, empty for the site.
    /// </summary>
    public static async Task<byte[]> WithLiveReloadAsync(
        Stream page, string shown, PathString root, CancellationToken cancellation)
    {
        using var reader = new StreamReader(page, Encoding.UTF8, leaveOpen: true);
        var html = await reader.ReadToEndAsync(cancellation);
        return Encoding.UTF8.GetBytes(WithScript(WithPolicy(html), shown, root));
    }

    private static string WithScript(string html, string shown, PathString root)
    {
        var version = WebUtility.HtmlEncode(shown);
        var script = $"""
            <script src="{root}{LiveReload.ScriptPath}" data-root="{root}" data-shown="{version}" async></script>
            """;
        var end = html.IndexOf("</head>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? script + html : html.Insert(end, script);
    }

    private static string WithPolicy(string html) => PolicyElement().Replace(html, element =>
        element.Groups["before"].Value
        + ContentSecurityPolicy.AllowSelf(element.Groups["policy"].Value)
        + element.Groups["after"].Value);

    [GeneratedRegex(
        """(?<before><meta\s[^>]*http-equiv="?Content-Security-Policy"?[^>]*\scontent=")(?<policy>[^"]*)(?<after>")""",
        RegexOptions.IgnoreCase)]
    private static partial Regex PolicyElement();
}
