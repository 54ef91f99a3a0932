using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Desk.Preview;

/// <summary>
/// Serves the site's style sheets and pictures to previews. They are public on the site itself; pages, scripts and
/// documents are not served, so that nothing of the site runs at the desk's address.
/// </summary>
internal sealed class SiteFile(SiteStorage storage, PublishingEngine engine)
{
    internal const string Policy = "default-src 'none'; frame-ancestors 'none'; sandbox";
    private const string StyleSheet = "text/css";
    private const string ShortTime = "private, max-age=60";

    public async Task<IResult> ReadAsync(HttpContext http, string path, CancellationToken cancellation)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        if (PageKey.Parse(path) is not { } page)
        {
            return Results.NotFound();
        }

        if (await storage.Web.OpenAsync(page.Value, cancellation) is { } blob)
        {
            var type = blob.Properties.Headers.ContentType.Split(';')[0].Trim();
            if (type == StyleSheet || PictureType.Has(type))
            {
                http.Response.Headers.CacheControl = blob.Properties.Headers.CacheControl ?? ShortTime;
                return Results.Stream(blob.Content, blob.Properties.Headers.ContentType);
            }

            await blob.DisposeAsync();
            return Results.NotFound();
        }

        // A site that is not built yet has no style sheet, and still has previews.
        var theme = (await engine.Preview.SiteAsync(cancellation)).Theme;
        return page == theme.StyleSheetPage
            ? Results.Bytes(theme.StyleSheet, "text/css; charset=utf-8")
            : Results.NotFound();
    }
}
