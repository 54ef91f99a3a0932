using System.Diagnostics;
using Azure.Storage.Blobs;
using Lysekil.Benchmarks.Corpus;

namespace Lysekil.Benchmarks.Import;

/// <summary>Uploads by the client library, and nothing else: what no import could do without.</summary>
internal static class RawUploads
{
    private const int AtOnce = 16; // As many as the runner handles messages at once.

    /// <param name="folders">All files of each are uploaded, into a container of their own, in this order.</param>
    /// <returns>How many there were, their bytes, and the seconds that it took, without the start of Azurite.</returns>
    public static async Task<(int Count, long Bytes, double Seconds)> DoAsync(IReadOnlyList<string> folders)
    {
        await using var site = await AzuriteSite.StartAsync();
        var service = new BlobServiceClient(site.ConnectionString);
        var (count, bytes, began) = (0, 0L, Stopwatch.GetTimestamp());
        for (var i = 0; i < folders.Count; i++)
        {
            var (folder, container) = (folders[i], service.GetBlobContainerClient($"raw{i}"));
            await container.CreateAsync();
            await Parallel.ForEachAsync(Folder.FilesIn(folder), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (file, cancellation) =>
            {
                var content = await File.ReadAllBytesAsync(file, cancellation);
                await container.GetBlobClient(Path.GetRelativePath(folder, file)).UploadAsync(BinaryData.FromBytes(content), cancellation);
                Interlocked.Increment(ref count);
                Interlocked.Add(ref bytes, content.Length);
            });
        }

        return (count, bytes, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}
