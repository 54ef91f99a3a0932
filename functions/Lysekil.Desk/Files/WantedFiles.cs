using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Files;

/// <summary>Which files a list shows, and in which lists of the index they are.</summary>
/// <param name="query">Which files the list shows.</param>
/// <param name="failed">The files whose publishing was given up: of any state.</param>
internal sealed class WantedFiles(FileQuery query, IReadOnlySet<SourcePath> failed)
{
    private readonly string[] _words =
        (query.Find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private bool HasFailedAssets => failed.Any(p => p.Kind == SourceKind.Asset);

    public bool AreDeleted => query.State == FileState.Deleted;

    /// <summary>Whether most files of <see cref="Lists"/> may be others.</summary>
    public bool AreFew =>
        _words.Length > 0
        || query.State is FileState.Waiting or FileState.Failed
        || (query.HidesLiveAssets && HasFailedAssets);

    public IEnumerable<(SourceListKind Kind, SourceState State)> Lists =>
        from kind in Enum.GetValues<SourceListKind>()
        where query.Kind is null || kind == query.Kind
        from listed in query.State switch
        {
            FileState.Live => [SourceState.Published],
            FileState.Draft => [SourceState.Draft],
            FileState.Scheduled => [SourceState.Scheduled],
            FileState.Refused or FileState.Waiting => [SourceState.Refused],
            FileState.Deleted => [SourceState.Deleted],
            _ => Enum.GetValues<SourceState>().Where(s => s != SourceState.Deleted),
        }
        where kind == SourceListKind.Text || listed is SourceState.Published or SourceState.Refused
        where !query.HidesLiveAssets
            || HasFailedAssets
            || (kind, listed) != (SourceListKind.Asset, SourceState.Published)
        select (kind, listed);

    public bool Has(FileEntry entry) =>
        (query.State is null || entry.State == query.State)
        && !(query.HidesLiveAssets && entry is { State: FileState.Live, Path.Kind: SourceKind.Asset })
        && Array.TrueForAll(_words, word => Contains(entry.Path.Value, word) || Contains(entry.Title, word));

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
