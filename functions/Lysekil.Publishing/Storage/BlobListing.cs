using System.Runtime.CompilerServices;

namespace Lysekil.Publishing.Storage;

public static class BlobListing
{
    /// <summary>As many as one call may list.</summary>
    private const int MostOfASlice = 5_000;

    /// <summary>All blobs of a container; a call for every 5,000.</summary>
    public static async IAsyncEnumerable<BlobProperties> ListAllAsync(
        this IBlobContainer container, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var slice = await container.ListAsync(MostOfASlice, continuation, cancellation);
            foreach (var blob in slice.Blobs)
            {
                yield return blob;
            }

            continuation = slice.Continuation;
        }
        while (continuation is not null);
    }
}
