using System.Diagnostics;
using Azure.Storage.Blobs;
using Lysekil.Benchmarks.Corpus;

namespace Lysekil.Benchmarks.Import;

/// <summary>Uploads by the Azure SDK alone, the least that any import has to do.</summary>
internal static class RawUploads
{
    private const int AtOnce = 16; // The runner handles this many messages at once.

    /// <param name="folders">The folders to upload, one after another, each into its own container.</param>
    /// <returns>The number of files, their bytes, and the seconds without the start of Azurite.</returns>
    public static async Task<(int Count, long Bytes, double Seconds)> DoAsync(IReadOnlyList<string> folders)
    {
        await using var site = await AzuriteSite.StartAsync();
        var service = new BlobServiceClient(site.ConnectionString);
        var (count, bytes, began) = (0, 0L, Stopwatch.GetTimestamp());
        for (var i = 0; i < folders.Count; i++)
        {
            var (folder, container) = (folders[i], service.GetBlobContainerClient($"raw{i}"));
            await container.CreateAsync();
            await Parallel.ForEachAsync(
                Folder.FilesIn(folder), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (file, cancellation) =>
            {
                var content = await File.ReadAllBytesAsync(file, cancellation);
                await container.GetBlobClient(Path.GetRelativePath(folder, file))
                    .UploadAsync(BinaryData.FromBytes(content), cancellation);
                Interlocked.Increment(ref count);
                Interlocked.Add(ref bytes, content.Length);
            });
        }

        return (count, bytes, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}
