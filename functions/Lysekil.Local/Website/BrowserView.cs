using System.Net;
using System.Text;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Local.Website;

/// <summary>
/// A page as it is sent to a developer's browser: with the live reload script, and a content security policy that lets
/// it run; and one that has moved leads to this server. The blob, its entity tag and what other clients get do not
/// change.
/// </summary>
/// <param name="page">The page, in UTF-8.</param>
/// <param name="shown">The version of the page; the script reloads it when there is another.</param>
/// <param name="root">The path below which the pages are served, empty for the site.</param>
internal sealed class BrowserView(Stream page, string shown, PathString root)
{
    /// <summary>True if a browser asks for a page.</summary>
    public static bool AppliesTo(HttpRequest request, BlobProperties blob) =>
        blob.Headers.ContentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) && IsWantedBy(request);

    /// <summary>True if a browser asks, for a page or for something else.</summary>
    public static bool IsWantedBy(HttpRequest request) => request.Headers.Accept.Any(
        accepted => accepted?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    /// <param name="readBaseUrl">Reads the address that the site has where it is published.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<byte[]> RenderAsync(
        Func<CancellationToken, Task<Uri>> readBaseUrl, CancellationToken cancellation)
    {
        using var reader = new StreamReader(page, Encoding.UTF8, leaveOpen: true);
        var html = await reader.ReadToEndAsync(cancellation);
        if (MetaElements.Has(html, "refresh"))
        {
            var site = await readBaseUrl(cancellation);
            html = MetaElements.Replace(html, "refresh", target => WithinServer(target, site));
        }

        html = MetaElements.Replace(html, "Content-Security-Policy", ContentSecurityPolicy.AllowSelf);
        return Encoding.UTF8.GetBytes(WithScript(html));
    }

    private string WithScript(string html)
    {
        var version = WebUtility.HtmlEncode(shown);
        var script = $"""
            <script src="{root}{LiveReload.ScriptPath}" data-root="{root}" data-shown="{version}" async></script>
            """;
        var end = html.IndexOf("</head>", StringComparison.OrdinalIgnoreCase);
        return end < 0 ? script + html : html.Insert(end, script);
    }

    /// <summary>
    /// A redirect such as <c>0; url=https://site.example/a/</c> by its path alone if it leads to the site itself.
    /// </summary>
    private string WithinServer(string redirect, Uri site)
    {
        var at = redirect.IndexOf("url=", StringComparison.OrdinalIgnoreCase) + "url=".Length;
        return at >= "url=".Length
            && Uri.TryCreate(redirect[at..].Trim(' ', '"', '\''), UriKind.Absolute, out var target)
            && target.Authority == site.Authority
                ? $"{redirect[..at]}{root}{target.PathAndQuery}{target.Fragment}"
                : redirect;
    }
}
