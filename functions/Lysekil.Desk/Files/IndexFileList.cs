using Lysekil.Desk.History;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Files;

/// <summary>
/// The list from the index, the last changed files first. The index has a list for each kind and state of file, each in
/// this order, which are read side by side and merged. A slice costs one call for each of them, one for failures and
/// one for outbox entries, however many files there are; a search costs up to <see cref="MostRounds"/> times as many.
/// Deleted files without text are not in the index, but noted at the desk.
/// </summary>
internal sealed class IndexFileList(SiteIndex index, DeletedFiles deleted) : IFileList
{
    /// <summary>As many rows as one call returns.</summary>
    private const int MostOfACall = 1_000;

    private const int MostRounds = 5;

    /// <summary>The most failures and outbox entries that are told of: there are hardly ever any.</summary>
    private const int MostTroubled = 1_000;

    /// <inheritdoc/>
    public async Task<FileSlice> ListAsync(FileQuery query, int most, CancellationToken cancellation)
    {
        var readingFailed = FailedAsync(cancellation);
        var readingUpdating = index.OutboxSourcesAsync(cancellation).Take(MostTroubled).ToHashSetAsync(
            cancellationToken: cancellation);
        var (failed, updating) = (await readingFailed, await readingUpdating);
        var wanted = new WantedFiles(query, failed);

        // Each list alone may hold the whole slice.
        var asked = wanted.AreFew ? MostOfACall : most + 1;
        var found = new List<FileEntry>();
        var place = FilePlace.Parse(query.After);
        for (var round = 0; round < MostRounds; round++)
        {
            var (files, isEnd) = await NextAsync(wanted, place, asked, cancellation);
            foreach (var file in files)
            {
                var entry = FileEntry.Of(file) with { IsUpdating = updating.Contains(file.Path) };
                entry = failed.Contains(file.Path) ? entry with { State = FileState.Failed } : entry;
                if (found.Count == most)
                {
                    return new FileSlice(found, place?.ToString());
                }

                place = FilePlace.Of(file);
                if (wanted.Has(entry))
                {
                    found.Add(entry);
                }
            }

            if (isEnd)
            {
                return new FileSlice(found, null);
            }
        }

        return new FileSlice(found, place?.ToString());
    }

    /// <summary>The next files of several lists in their common order, and whether no more follow.</summary>
    private async Task<(IEnumerable<ListedSource> Files, bool IsEnd)> NextAsync(
        WantedFiles wanted, FilePlace? after, int asked, CancellationToken cancellation)
    {
        var reading = wanted.Lists.Select(
            list => index.ListedAsync(list.Kind, list.State, after?.Changed, after?.Path, asked, cancellation));
        var parts = await Task.WhenAll(
            wanted.AreDeleted
                ? reading.Append(deleted.ListedAsync(after?.Changed, after?.Path, asked, cancellation))
                : reading);

        // Behind the end of a part that has more, the others may not be read yet.
        var ends = parts.Where(p => p.Count == asked).Select(p => FilePlace.Of(p[^1])).ToList();
        var files = parts.SelectMany(p => p).OrderBy(FilePlace.Of);
        return ends.Count == 0
            ? (files, true)
            : (files.TakeWhile(f => FilePlace.Of(f).CompareTo(ends.Min()) <= 0), false);
    }

    private async Task<HashSet<SourcePath>> FailedAsync(CancellationToken cancellation)
    {
        var failures = await index.FailuresAsync(MostTroubled, cancellation);
        return [.. failures.Select(f => (f.Value.Work as WorkItem.Publishing)?.Source).OfType<SourcePath>()];
    }
}
