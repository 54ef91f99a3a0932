using System.Globalization;
using Lysekil.Desk.Layout;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.History;

/// <summary>
/// Which pictures and other files without text were deleted at the desk: the index keeps nothing of them. A deletion is
/// an empty blob below <c>raderade/</c> in the desk's container. Its name has a number that counts down with time, so
/// that the last deletion comes first, and the file.
/// </summary>
internal sealed class DeletedFiles(SiteStorage storage, TimeProvider clock)
{
    /// <summary>The most deletions that are looked through. The audit log tells of earlier ones.</summary>
    private const int MostDeletions = 500;

    /// <summary>How many files are looked for at once.</summary>
    private const int AtOnce = 50;

    private const int TimeDigits = 19;
    private const string Folder = "raderade/";

    private static readonly BlobHeaders Headers = new("application/octet-stream");

    /// <summary>
    /// Notes that a file is about to be deleted. A note of a file that is there is passed over. One storage call; none
    /// for a text.
    /// </summary>
    public async Task NoteAsync(SourcePath path, CancellationToken cancellation)
    {
        if (path.Kind is SourceKind.Article or SourceKind.StandingPage)
        {
            return;
        }

        var left = DateTimeOffset.MaxValue.UtcTicks - clock.GetUtcNow().UtcTicks;
        var name = string.Create(CultureInfo.InvariantCulture, $"{Folder}{left:D19}/{path.Value}");
        using var nothing = new MemoryStream();
        await storage.Desk.WriteAsync(name, nothing, Headers, expected: null, cancellation);
    }

    /// <summary>
    /// The files that are gone, the last deleted first, as <see cref="SiteIndex.ListedAsync"/> gives others. One call
    /// of storage, and one for each file that was deleted.
    /// </summary>
    /// <param name="changed">The moment behind which the list begins; <c>null</c>: at its start.</param>
    /// <param name="after">The file behind which it begins.</param>
    /// <param name="most">The most files.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<List<ListedSource>> ListedAsync(
        DateTimeOffset? changed, SourcePath? after, int most, CancellationToken cancellation)
    {
        var noted = (await storage.Desk.ListBelowAsync(Folder, MostDeletions, continuation: null, cancellation)).Blobs
            .Select(blob => Read(blob.Name))
            .OfType<ListedSource>()
            .DistinctBy(file => file.Path)
            .Where(file => IsBehind(file, changed, after));
        var gone = new List<ListedSource>();
        foreach (var some in noted.Chunk(AtOnce))
        {
            var there = await Task.WhenAll(some.Select(f => storage.Content.FindAsync(f.Path.Value, cancellation)));
            gone.AddRange(some.Where((_, i) => there[i] is null));
            if (gone.Count >= most)
            {
                break;
            }
        }

        return [.. gone.Take(most)];
    }

    private static ListedSource? Read(string name)
    {
        var note = name.AsSpan(Folder.Length);
        return note.Length > TimeDigits
            && long.TryParse(note[..TimeDigits], NumberStyles.None, CultureInfo.InvariantCulture, out var left)
            && left <= DateTimeOffset.MaxValue.UtcTicks
            && DeskPath.Readable(note[(TimeDigits + 1)..].ToString()) is { } path
                ? new ListedSource(
                    path,
                    SourceState.Deleted,
                    Title: "",
                    Page: null,
                    new DateTimeOffset(DateTimeOffset.MaxValue.UtcTicks - left, TimeSpan.Zero),
                    Date: null,
                    WaitsForPage: false,
                    Diagnostics: 0)
                : null;
    }

    /// <summary>By the order of the index's keys.</summary>
    private static bool IsBehind(ListedSource file, DateTimeOffset? changed, SourcePath? after) =>
        changed is not { } moment
        || after is null
        || file.Changed < moment
        || (file.Changed == moment
            && string.CompareOrdinal(IndexKeys.Encode(file.Path.Value), IndexKeys.Encode(after.Value)) > 0);
}
