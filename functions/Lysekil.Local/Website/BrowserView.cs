using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Local.Website;

/// <summary>
/// A page as it is sent to a developer's browser: with the live reload script, and with a content security policy that
/// lets it run. Only the copy that is sent: the blob, its entity tag and what any other client gets stay as they are.
/// </summary>
internal static partial class BrowserView
{
    public static bool Wanted(HttpRequest request, BlobProperties blob) =>
        blob.Headers.ContentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.Any(accepted => accepted?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    /// <param name="page">The stored page, UTF-8.</param>
    /// <param name="shown">Its version, for the script to notice that there is another.</param>
    /// <param name="root">The path below which the pages are served; empty for the site.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<byte[]> WithLiveReloadAsync(
        Stream page, string shown, PathString root, CancellationToken cancellation)
    {
        using var reader = new StreamReader(page, Encoding.UTF8, leaveOpen: true);
        var html = await reader.ReadToEndAsync(cancellation);
        return Encoding.UTF8.GetBytes(WithScript(WithPolicy(html), shown, root));
    }

    private static string WithScript(string html, string shown, PathString root)
    {
        var script = $"""
            <script src="{root}{LiveReload.ScriptPath}" data-root="{root}" data-shown="{WebUtility.HtmlEncode(shown)}" async></script>
            """;
        var end = html.IndexOf("</head>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? script + html : html.Insert(end, script);
    }

    private static string WithPolicy(string html) => PolicyElement().Replace(html, element =>
        element.Groups["before"].Value
        + ContentSecurityPolicy.AllowOwn(element.Groups["policy"].Value)
        + element.Groups["after"].Value);

    [GeneratedRegex("""(?<before><meta\s[^>]*http-equiv="?Content-Security-Policy"?[^>]*\scontent=")(?<policy>[^"]*)(?<after>")""", RegexOptions.IgnoreCase)]
    private static partial Regex PolicyElement();
}
