using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using ETag = Lysekil.Publishing.Storage.ETag;

namespace Lysekil.Desk.History;

/// <summary>
/// The history where Blob Storage keeps every version of a blob ("Blob versioning"): versions that were uploaded past
/// the desk are there, too. The log adds the accounts of those that were saved at the desk.
/// </summary>
/// <param name="content">The container <c>content</c>, of an account with versioning.</param>
/// <param name="log">The versions that were saved at the desk.</param>
public sealed class BlobVersions(BlobContainerClient content, VersionLog log) : IVersionHistory
{
    /// <summary>How many names a call lists; those of files that are there are among them.</summary>
    private const int NamesOfACall = 250;

    private const int MostCalls = 20;

    /// <summary>So many files end a slice.</summary>
    private const int EnoughFiles = 50;

    /// <inheritdoc/>
    /// <remarks>A call for every 5,000 versions, and one for the log.</remarks>
    public async Task<IReadOnlyList<FileVersion>> ListAsync(
        SourcePath path, int most, CancellationToken cancellation)
    {
        var accounts = (await log.ReadAsync(path, cancellation))
            .GroupBy(v => v.ETag, v => v.Account)
            .ToDictionary(v => v.Key, v => v.First(), StringComparer.Ordinal);
        var versions = new List<FileVersion>();
        var options = new GetBlobsOptions { States = BlobStates.Version, Prefix = path.Value };
        await foreach (var blob in content.GetBlobsAsync(options, cancellation))
        {
            if (blob.Name != path.Value)
            {
                break; // Names are listed in their order: the others only begin with this one.
            }

            if (blob is { VersionId: { } id, Properties: { LastModified: { } saved, ETag: { } tag } })
            {
                var etag = new ETag(tag.ToString("H"));
                versions.Add(new FileVersion(id, saved, accounts.GetValueOrDefault(etag.Value), etag));
            }
        }

        return [.. versions.OrderByDescending(v => v.Id, StringComparer.Ordinal).Take(most)];
    }

    /// <inheritdoc/>
    /// <remarks>At most <see cref="MostCalls"/> calls, however many files there are.</remarks>
    public async Task<GoneFiles> ListGoneAsync(string? continuation, CancellationToken cancellation)
    {
        var (gone, calls) = (new List<SourcePath>(), 0);
        var options = new GetBlobsOptions { States = BlobStates.DeletedWithVersions };
        await foreach (var listed in content.GetBlobsAsync(options, cancellation).AsPages(continuation, NamesOfACall))
        {
            gone.AddRange(listed.Values.Where(b => b.HasVersionsOnly == true)
                .Select(b => new SourcePath(b.Name)).Where(GoneFiles.Has));
            if (string.IsNullOrEmpty(listed.ContinuationToken))
            {
                break;
            }

            if (gone.Count >= EnoughFiles || ++calls == MostCalls)
            {
                return new GoneFiles(gone, listed.ContinuationToken);
            }
        }

        return new GoneFiles(gone, null);
    }

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(SourcePath path, string id, CancellationToken cancellation)
    {
        if (!DateTimeOffset.TryParse(id, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _))
        {
            return null; // The service would call it a fault of the request.
        }

        try
        {
            var answer = await content.GetBlobClient(path.Value).WithVersion(id).DownloadContentAsync(cancellation);
            return answer.Value.Content.ToArray();
        }
        catch (RequestFailedException notFound) when (notFound.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Storage does it by itself.</remarks>
    public Task KeepReplacedAsync(SourcePath path, ETag replaced, CancellationToken cancellation) =>
        Task.CompletedTask;

    /// <inheritdoc/>
    public Task KeepSavedAsync(
        SourcePath path, ReadOnlyMemory<byte> content, SavedVersion saved, CancellationToken cancellation) =>
        log.AddAsync(
            path,
            new LoggedVersion(saved.ETag.Value, ContentHash.Of(content.Span).Value, saved.Saved, saved.Account),
            cancellation);
}
