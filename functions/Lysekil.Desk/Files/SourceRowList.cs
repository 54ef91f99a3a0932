using Lysekil.Desk.Layout;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Files;

/// <summary>
/// The list from the records of sources, ordered by path. A slice costs at most <see cref="MostCalls"/> calls for
/// records, one for failures and one for outbox entries, however many files there are.
/// </summary>
internal sealed class SourceRowList(SiteIndex index) : IFileList
{
    /// <summary>As many records as one call returns.</summary>
    private const int MostOfACall = 1_000;

    private const int MostCalls = 5;

    /// <summary>The most failures and outbox entries that are told of: there are hardly ever any.</summary>
    private const int MostTroubled = 1_000;

    /// <inheritdoc/>
    public async Task<FileSlice> ListAsync(
        FileState? state, string? find, string? after, int most, CancellationToken cancellation)
    {
        var readingFailed = FailedAsync(cancellation);
        var readingUpdating = index.OutboxSourcesAsync(cancellation).Take(MostTroubled).ToHashSetAsync(
            cancellationToken: cancellation);
        var (failed, updating) = (await readingFailed, await readingUpdating);
        var words = (find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = new List<FileEntry>();
        var place = DeskPath.Readable(after);
        // An unfiltered list needs a few records more than it shows; a filtered one looks at many for one that fits.
        var asked = state is null && words.Length == 0 ? most * 2 : MostOfACall;
        for (var call = 0; call < MostCalls; call++)
        {
            var records = await index.SourcesAsync(place, asked, cancellation);
            foreach (var record in records)
            {
                var entry = Entry(record, failed, updating);
                if (IsWanted(entry, state, words))
                {
                    found.Add(entry);
                }

                place = record.Path;
                if (found.Count == most)
                {
                    return new FileSlice(found, place.Value);
                }
            }

            if (records.Count < asked)
            {
                return new FileSlice(found, null);
            }
        }

        return new FileSlice(found, place?.Value);
    }

    private async Task<HashSet<SourcePath>> FailedAsync(CancellationToken cancellation)
    {
        var failures = await index.FailuresAsync(MostTroubled, cancellation);
        return [.. failures.Select(f => (f.Value.Work as WorkItem.Publishing)?.Source).OfType<SourcePath>()];
    }

    private static FileEntry Entry(SourceRecord record, HashSet<SourcePath> failed, HashSet<SourcePath> updating)
    {
        var entry = FileEntry.Of(record);
        return entry with
        {
            State = failed.Contains(record.Path) ? FileState.Failed : entry.State,
            IsUpdating = updating.Contains(record.Path),
        };
    }

    private static bool IsWanted(FileEntry entry, FileState? state, string[] words) =>
        (state is null ? entry.State != FileState.Deleted : entry.State == state)
        && Array.TrueForAll(words, word => Contains(entry.Path.Value, word) || Contains(entry.Title ?? "", word));

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
