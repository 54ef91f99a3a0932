using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Website;

/// <summary>Finds the blob for a path.</summary>
internal sealed class WebsiteBlobs(IBlobContainer web)
{
    /// <summary>The properties of the blob; <c>null</c> if there is none.</summary>
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

    /// <summary>The opened blob; <c>null</c> if there is none.</summary>
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

    /// <summary>The error document for missing pages; <c>null</c> if the site has none yet.</summary>
    public Task<BlobReading?> OpenErrorDocumentAsync(CancellationToken cancellation) =>
        web.OpenAsync(WebsitePath.ErrorDocument, cancellation);
}
