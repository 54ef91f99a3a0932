using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lysekil.Local.Website;

/// <summary>Preconditions of a read (RFC 9110, section 13.2.2).</summary>
internal static class ConditionalRequest
{
    /// <summary>True if the client holds this version.</summary>
    public static bool IsFresh(HttpRequest request, BlobProperties blob)
    {
        var headers = request.GetTypedHeaders();
        if (headers.IfNoneMatch is { Count: > 0 } held)
        {
            return EntityTagHeaderValue.TryParse(blob.ETag.Value, out var current)
                && held.Any(tag =>
                    tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current, useStrongComparison: false));
        }

        return headers.IfModifiedSince is { } since && blob.Modified <= since.AddSeconds(1).AddTicks(-1);
    }
}
