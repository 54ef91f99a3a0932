using System.Runtime.CompilerServices;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Storage;

/// <summary>Reads of a whole container.</summary>
internal static class BlobContainerExtensions
{
    private const int LargestSlice = 5000;

    /// <summary>All blobs in the order of their names, one call for each slice of 5,000.</summary>
    public static async IAsyncEnumerable<BlobProperties> ListAllAsync(
        this IBlobContainer container, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var slice = await container.ListAsync(LargestSlice, continuation, cancellation);
            foreach (var blob in slice.Blobs)
            {
                yield return blob;
            }

            continuation = slice.Continuation;
        }
        while (continuation is not null);
    }
}
