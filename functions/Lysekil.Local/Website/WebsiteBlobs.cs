using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Website;

/// <summary>Finds the blob that answers for a path.</summary>
internal sealed class WebsiteBlobs(IBlobContainer web)
{
    /// <summary>The blob's properties, or <c>null</c>: not found.</summary>
    public async Task<BlobProperties?> FindAsync(string path, CancellationToken cancellation)
    {
        foreach (var name in WebsitePath.Candidates(path))
        {
            if (await web.FindAsync(name, cancellation) is { } blob)
            {
                return blob;
            }
        }

        return null;
    }

    /// <summary>The blob, opened, or <c>null</c>: not found.</summary>
    public async Task<BlobReading?> OpenAsync(string path, CancellationToken cancellation)
    {
        foreach (var name in WebsitePath.Candidates(path))
        {
            if (await web.OpenAsync(name, cancellation) is { } blob)
            {
                return blob;
            }
        }

        return null;
    }

    /// <summary>The page that says that there is no such page; <c>null</c> as long as the site has none.</summary>
    public Task<BlobReading?> OpenErrorDocumentAsync(CancellationToken cancellation) =>
        web.OpenAsync(WebsitePath.ErrorDocument, cancellation);
}
