using System.Globalization;
using System.Net;
using System.Text;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Local.Website;

/// <summary>
/// Answers as the static website endpoint of Azure Storage does: GET and HEAD, index documents, the error document with
/// status 404, entity tags (RFC 9110, section 8.8.3), and only the headers that the blobs carry. A page for a browser
/// gets live reload.
/// </summary>
/// <param name="web">The container.</param>
/// <param name="readBaseUrl">Reads the address that the site has where it is published.</param>
internal sealed class StaticWebsite(IBlobContainer web, Func<CancellationToken, Task<Uri>> readBaseUrl)
{
    private readonly WebsiteBlobs _blobs = new(web);

    public async Task AnswerAsync(HttpContext http)
    {
        var (request, response, cancellation) = (http.Request, http.Response, http.RequestAborted);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return;
        }

        await using var found = await _blobs.OpenAsync(request.Path.Value ?? "/", cancellation);
        if (found is not null && ConditionalRequest.IsFresh(request, found.Properties))
        {
            WriteValidators(response, found.Properties);
            response.StatusCode = (int)HttpStatusCode.NotModified;
            return;
        }

        if (found is not null)
        {
            await WriteAsync(http, found, found.Properties.ETag.Value);
            return;
        }

        response.StatusCode = (int)HttpStatusCode.NotFound;
        await using var error = await _blobs.OpenErrorDocumentAsync(cancellation);
        if (error is not null)
        {
            await WriteAsync(http, error, shown: "");
        }
        else
        {
            await WriteNothingYetAsync(http);
        }
    }

    /// <summary>Answers before the site has its error document; a browser waits for the page.</summary>
    private async Task WriteNothingYetAsync(HttpContext http)
    {
        const string Said = "404: there is no such page, and no 404.html yet.";
        if (!BrowserView.IsWantedBy(http.Request))
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(Said + "\n", http.RequestAborted);
            return;
        }

        using var page = new MemoryStream(Encoding.UTF8.GetBytes(
            $"<!doctype html><html lang=en><head><title>404</title></head><body><p>{Said} Waiting for it …</p>\n"));
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.BodyWriter.WriteAsync(
            await new BrowserView(page, shown: "", http.Request.PathBase).RenderAsync(
                readBaseUrl, http.RequestAborted),
            http.RequestAborted);
    }

    /// <summary>
    /// Responds with a blob; <paramref name="shown"/> is the version of the page, empty if there is none.
    /// </summary>
    private async Task WriteAsync(HttpContext http, BlobReading blob, string shown)
    {
        var (response, properties) = (http.Response, blob.Properties);
        response.ContentType = properties.Headers.ContentType;
        if (properties.Headers.CacheControl is { } caching)
        {
            response.Headers.CacheControl = caching;
        }

        if (properties.Headers.ContentEncoding is { } coding)
        {
            response.Headers.ContentEncoding = coding;
        }

        if (response.StatusCode == (int)HttpStatusCode.OK)
        {
            WriteValidators(response, properties);
        }

        var content = blob.Content;
        if (BrowserView.AppliesTo(http.Request, properties))
        {
            var view = new BrowserView(content, shown, http.Request.PathBase);
            content = new MemoryStream(await view.RenderAsync(readBaseUrl, http.RequestAborted));
            response.ContentLength = content.Length;
        }
        else
        {
            response.ContentLength = properties.Length;
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            await content.CopyToAsync(response.Body, http.RequestAborted);
        }
    }

    private static void WriteValidators(HttpResponse response, BlobProperties blob)
    {
        response.Headers.ETag = blob.ETag.Value;
        response.Headers.LastModified = blob.Modified.ToString("R", CultureInfo.InvariantCulture);
    }
}
