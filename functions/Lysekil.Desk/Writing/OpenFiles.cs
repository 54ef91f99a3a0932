using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Writing;

/// <summary>
/// Which accounts write in a file at the moment, so that two of them learn of each other before they save: one blob a
/// file below <c>skrivs/</c> in the desk's container. It is a courtesy: saving depends on the file's version alone.
/// </summary>
internal sealed class OpenFiles(SiteStorage storage, TimeProvider clock)
{
    /// <summary>After so long without a key, an account is no longer said to write.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(3);

    /// <summary>A key that soon after another is not noted again.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    private static readonly BlobHeaders Headers = new("application/json");

    /// <summary>The names of the other accounts that write in a file. One storage call.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(
        SourcePath path, DeskAccount account, CancellationToken cancellation) =>
        Others((await ReadAsync(path, cancellation)).Writers, account);

    /// <summary>
    /// Notes that an account writes in a file, and gives the names of the others that do. One storage call, and once a
    /// minute another.
    /// </summary>
    public async Task<IReadOnlyList<string>> NoteAsync(
        SourcePath path, DeskAccount account, CancellationToken cancellation)
    {
        var (writers, etag) = await ReadAsync(path, cancellation);
        var now = clock.GetUtcNow();
        if (!writers.TryGetValue(account.Name, out var last) || now - last >= Noted)
        {
            writers[account.Name] = now;
            // Another instance may be faster: the next key is noted then.
            await WriteAsync(path, writers, etag, cancellation);
        }

        return Others(writers, account);
    }

    /// <summary>Notes that an account has saved a file, and no longer writes in it.</summary>
    public async Task ForgetAsync(SourcePath path, DeskAccount account, CancellationToken cancellation)
    {
        var (writers, etag) = await ReadAsync(path, cancellation);
        if (etag is not { } read || !writers.Remove(account.Name))
        {
            return;
        }

        // An empty note stays: the desk may delete nothing in its container, where it keeps its audit log.
        await WriteAsync(path, writers, read, cancellation);
    }

    private static List<string> Others(Dictionary<string, DateTimeOffset> writers, DeskAccount account) =>
        [.. writers.Keys.Where(name => name != account.Name).Order(StringComparer.Ordinal)];

    /// <summary>The accounts that wrote lately, with the time, and the version of the blob.</summary>
    private async Task<(Dictionary<string, DateTimeOffset> Writers, ETag? ETag)> ReadAsync(
        SourcePath path, CancellationToken cancellation)
    {
        if (await storage.Desk.OpenAsync(NameOf(path), cancellation) is not { } opened)
        {
            return ([], null);
        }

        await using var reading = opened;
        var writers = await JsonSerializer.DeserializeAsync(
            reading.Content, OpenFilesJson.Default.DictionaryStringDateTimeOffset, cancellation) ?? [];
        var since = clock.GetUtcNow() - Lasting;
        return (writers.Where(w => w.Value > since).ToDictionary(StringComparer.Ordinal), reading.Properties.ETag);
    }

    private async Task WriteAsync(
        SourcePath path, Dictionary<string, DateTimeOffset> writers, ETag? read, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(
            writers, OpenFilesJson.Default.DictionaryStringDateTimeOffset));
        await storage.Desk.WriteAsync(NameOf(path), bytes, Headers, read, cancellation);
    }

    private static string NameOf(SourcePath path) =>
        $"skrivs/{ContentHash.Of(Encoding.UTF8.GetBytes(path.Value)).Value[..32]}.json";
}

[JsonSerializable(typeof(Dictionary<string, DateTimeOffset>))]
internal sealed partial class OpenFilesJson : JsonSerializerContext;
