using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Audit;

/// <summary>
/// The append-only log of changes: an entry is a blob of its own in the desk's container, written once and never
/// changed or deleted by the desk. The names sort by time: <c>granskning/2026/11/29/212227.1234567-9f3c0a1b.json</c>.
/// </summary>
internal sealed class AuditLog(SiteStorage storage)
{
    /// <summary>The most entries of a page; each is read by a call of its own, all at once.</summary>
    public const int MostOfAPage = 50;

    private const string Folder = "granskning/";
    private const int MostOfACall = 5_000;

    private static readonly BlobHeaders Headers = new("application/json");

    /// <summary>Appends an entry. One storage call.</summary>
    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        var time = entry.Time.UtcDateTime.ToString("yyyy'/'MM'/'dd'/'HHmmss.fffffff", CultureInfo.InvariantCulture);
        var name = $"{Folder}{time}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}.json";
        using var bytes = new MemoryStream(
            JsonSerializer.SerializeToUtf8Bytes(entry, AuditJson.Default.AuditEntry));
        await storage.Desk.WriteAsync(name, bytes, Headers, expected: null, cancellation);
    }

    /// <summary>The entries of a month by UTC, newest first.</summary>
    /// <param name="month">The first day of the month.</param>
    /// <param name="before">Where the last page ended; <c>null</c> for the first page.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<AuditPageOfMonth> ReadAsync(DateOnly month, string? before, CancellationToken cancellation)
    {
        var folder = Folder + month.ToString("yyyy'/'MM'/'", CultureInfo.InvariantCulture);
        var names = new List<string>();
        string? continuation = null;
        do
        {
            var slice = await storage.Desk.ListBelowAsync(folder, MostOfACall, continuation, cancellation);
            names.AddRange(slice.Blobs.Select(blob => blob.Name));
            continuation = slice.Continuation;
        }
        while (continuation is not null);

        var rest = names.OrderDescending(StringComparer.Ordinal)
            .SkipWhile(name => before is not null && string.CompareOrdinal(name, folder + before) >= 0)
            .Take(MostOfAPage + 1)
            .ToList();
        var shown = rest.Take(MostOfAPage).ToList();
        var entries = await Task.WhenAll(shown.Select(name => ReadAsync(name, cancellation)));
        return new AuditPageOfMonth(
            [.. entries.OfType<AuditEntry>()], rest.Count > MostOfAPage ? shown[^1][folder.Length..] : null);
    }

    private async Task<AuditEntry?> ReadAsync(string name, CancellationToken cancellation)
    {
        if (await storage.Desk.OpenAsync(name, cancellation) is not { } opened)
        {
            return null; // The storage's own rule removed it, a year after it was written.
        }

        await using var reading = opened;
        return await JsonSerializer.DeserializeAsync(reading.Content, AuditJson.Default.AuditEntry, cancellation);
    }
}

/// <summary>Entries of a month, newest first.</summary>
/// <param name="Entries">At most fifty.</param>
/// <param name="Next">Where the next page begins; <c>null</c> at the end of the month.</param>
public sealed record AuditPageOfMonth(IReadOnlyList<AuditEntry> Entries, string? Next);
