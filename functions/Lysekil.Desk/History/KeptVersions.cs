using System.Buffers;
using System.Globalization;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.History;

/// <summary>
/// The history where storage keeps no versions: a copy of each content below <c>versioner/innehall/</c> in the desk's
/// container, under its hash. Of a file that never passed through the desk, it has the content that was last live.
/// </summary>
public sealed class KeptVersions(SiteStorage storage, VersionLog log, SiteIndex index) : IVersionHistory
{
    private const int HashDigits = 64;

    /// <summary>How many files are looked for at once.</summary>
    private const int FilesOfASlice = 50;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");
    private static readonly BlobHeaders Headers = new("application/octet-stream");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FileVersion>> ListAsync(
        SourcePath path, int most, CancellationToken cancellation)
    {
        var (logging, finding) = (log.ReadAsync(path, cancellation), index.FindSourceAsync(path, cancellation));
        var logged = (await logging)
            .Select(v => new FileVersion(IdOf(v.Content, v.Saved), v.Saved, v.Account, new ETag(v.ETag)))
            .ToList();
        var record = (await finding)?.Value;
        if ((record?.Accepted ?? record?.Content) is { } accepted
            && logged.TrueForAll(v => HashOf(v.Id) != accepted.Value))
        {
            var saved = record!.Live?.Modified ?? record.Created;
            var older = logged.FindIndex(v => v.Saved <= saved);
            var version = new FileVersion(IdOf(accepted.Value, saved), saved, Account: null, ETag: null);
            logged.Insert(older < 0 ? logged.Count : older, version);
        }

        return [.. logged.Take(most)];
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Of the files that passed through the desk. A call, and two for each of <see cref="FilesOfASlice"/> files.
    /// </remarks>
    public async Task<GoneFiles> ListGoneAsync(string? continuation, CancellationToken cancellation)
    {
        var (logged, next) = await log.ListFilesAsync(FilesOfASlice, continuation, cancellation);
        var files = logged.Where(GoneFiles.Has).Order().ToList();
        var there = await Task.WhenAll(files.Select(f => storage.Content.FindAsync(f.Value, cancellation)));
        return new GoneFiles([.. files.Where((_, i) => there[i] is null)], next);
    }

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(SourcePath path, string id, CancellationToken cancellation)
    {
        var hash = HashOf(id);
        if (hash.Length != HashDigits || hash.AsSpan().ContainsAnyExcept(Hexadecimal))
        {
            return null;
        }

        var opened = await storage.Desk.OpenAsync(NameOf(hash), cancellation)
            ?? await storage.Accepted.OpenAsync(hash, cancellation);
        return opened is null ? null : (await StoredSource.ReadAsync(path, opened, cancellation)).Content.ToArray();
    }

    /// <inheritdoc/>
    public async Task KeepReplacedAsync(SourcePath path, ETag replaced, CancellationToken cancellation)
    {
        var logged = await log.ReadAsync(path, cancellation);
        if (logged.Any(v => v.ETag == replaced.Value)
            || await storage.Content.OpenAsync(path.Value, cancellation) is not { } opened)
        {
            return;
        }

        var source = await StoredSource.ReadAsync(path, opened, cancellation);
        if (source.ETag == replaced)
        {
            await KeepAsync(path, source.Content, replaced, source.Modified, account: null, cancellation);
        }
    }

    /// <inheritdoc/>
    public Task KeepSavedAsync(
        SourcePath path, ReadOnlyMemory<byte> content, SavedVersion saved, CancellationToken cancellation) =>
        KeepAsync(path, content, saved.ETag, saved.Saved, saved.Account, cancellation);

    private async Task KeepAsync(
        SourcePath path,
        ReadOnlyMemory<byte> content,
        ETag etag,
        DateTimeOffset saved,
        string? account,
        CancellationToken cancellation)
    {
        var hash = ContentHash.Of(content.Span);
        using var bytes = new MemoryStream(content.ToArray());
        // A conflict means that the same content is kept already.
        await storage.Desk.WriteAsync(NameOf(hash.Value), bytes, Headers, expected: null, cancellation);
        await log.AddAsync(path, new LoggedVersion(etag.Value, hash.Value, saved, account), cancellation);
    }

    /// <summary>The content, and the time that tells versions of the same content apart.</summary>
    private static string IdOf(string hash, DateTimeOffset saved) =>
        string.Create(CultureInfo.InvariantCulture, $"{hash}-{saved.UtcTicks}");

    private static string HashOf(string id) => id.Split('-')[0];

    private static string NameOf(string hash) => "versioner/innehall/" + hash;
}
