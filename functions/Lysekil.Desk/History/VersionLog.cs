using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.History;

/// <summary>
/// Which versions of a file were saved at the desk: one blob a file below <c>versioner/</c> in the desk's container, so
/// that a history is read in one call. Safe for several instances.
/// </summary>
public sealed class VersionLog(SiteStorage storage)
{
    /// <summary>The most versions that are remembered of a file; the oldest go first.</summary>
    public const int MostVersions = 500;

    private const string Folder = "versioner/";
    private const string Extension = ".json";

    private static readonly BlobHeaders Headers = new("application/json");

    /// <summary>The versions, newest first. One storage call.</summary>
    internal async Task<IReadOnlyList<LoggedVersion>> ReadAsync(SourcePath path, CancellationToken cancellation) =>
        (await OpenAsync(NameOf(path), cancellation)).Versions;

    /// <summary>
    /// Adds a version as the newest. Of one that another request has added without its account, since it replaced it
    /// meanwhile, it adds the account. Two storage calls, more if another instance adds.
    /// </summary>
    internal async Task AddAsync(SourcePath path, LoggedVersion version, CancellationToken cancellation)
    {
        var name = NameOf(path);
        ETag? written = null;
        while (written is null)
        {
            var (versions, etag) = await OpenAsync(name, cancellation);
            var known = versions.FirstOrDefault(v => v.ETag == version.ETag);
            if (known is not null && (known.Account is not null || version.Account is null))
            {
                return;
            }

            IReadOnlyList<LoggedVersion> next = known is null
                ? [version, .. versions.Take(MostVersions - 1)]
                : [.. versions.Select(v => v == known ? version : v)];
            using var bytes = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(
                new VersionLogFile(path.Value, next), VersionLogJson.Default.VersionLogFile));
            written = await storage.Desk.WriteAsync(name, bytes, Headers, etag, cancellation);
        }
    }

    /// <summary>
    /// The next files that have a log, in no meaningful order, and where those after them begin. One storage call, and
    /// one for each file.
    /// </summary>
    internal async Task<(IReadOnlyList<SourcePath> Files, string? Continuation)> ListFilesAsync(
        int most, string? continuation, CancellationToken cancellation)
    {
        var listed = await storage.Desk.ListBelowAsync(Folder, most, continuation, cancellation);
        var logs = listed.Blobs.Select(b => b.Name)
            .TakeWhile(n => n.EndsWith(Extension, StringComparison.Ordinal)).ToList();
        var files = await Task.WhenAll(logs.Select(name => ReadFileAsync(name, cancellation)));
        return (
            [.. files.Select(f => f.File?.Path).OfType<string>().Select(p => new SourcePath(p))],
            logs.Count < listed.Blobs.Count ? null : listed.Continuation); // Behind the logs are contents.
    }

    private async Task<(IReadOnlyList<LoggedVersion> Versions, ETag? ETag)> OpenAsync(
        string name, CancellationToken cancellation)
    {
        var (file, etag) = await ReadFileAsync(name, cancellation);
        return (file?.Versions ?? [], etag);
    }

    private async Task<(VersionLogFile? File, ETag? ETag)> ReadFileAsync(string name, CancellationToken cancellation)
    {
        if (await storage.Desk.OpenAsync(name, cancellation) is not { } opened)
        {
            return (null, null);
        }

        await using var reading = opened;
        var file = await JsonSerializer.DeserializeAsync(
            reading.Content, VersionLogJson.Default.VersionLogFile, cancellation);
        return (file, reading.Properties.ETag);
    }

    /// <summary>By a hash, since the name of a file may be longer than fits below a folder.</summary>
    private static string NameOf(SourcePath path) =>
        $"{Folder}{ContentHash.Of(Encoding.UTF8.GetBytes(path.Value)).Value[..32]}{Extension}";
}

/// <summary>A version in the log.</summary>
/// <param name="ETag">The version's tag.</param>
/// <param name="Content">The hash of its content.</param>
/// <param name="Saved">When it was saved.</param>
/// <param name="Account">The account that saved it; <c>null</c> for one that came by another way.</param>
internal sealed record LoggedVersion(string ETag, string Content, DateTimeOffset Saved, string? Account);

internal sealed record VersionLogFile(string Path, IReadOnlyList<LoggedVersion> Versions);

[JsonSerializable(typeof(VersionLogFile))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class VersionLogJson : JsonSerializerContext;
