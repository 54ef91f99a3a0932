using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Files;

/// <summary>Which files a list shows, and in which lists of the index they are.</summary>
/// <param name="state">The state to list; <c>null</c>: all but deleted files.</param>
/// <param name="find">Words, all of which the title or the path contains; <c>null</c>: all files.</param>
/// <param name="failed">The files whose publishing was given up: of any state.</param>
internal sealed class WantedFiles(FileState? state, string? find, IReadOnlySet<SourcePath> failed)
{
    private readonly string[] _words =
        (find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether pictures and documents in good order are left out: they would crowd out the texts.</summary>
    private bool HidesLiveAssets => state is null && _words.Length == 0;

    private bool HasFailedAssets => failed.Any(p => p.Kind == SourceKind.Asset);

    public bool AreDeleted => state == FileState.Deleted;

    /// <summary>Whether most files of <see cref="Lists"/> may be others.</summary>
    public bool AreFew =>
        _words.Length > 0
        || state is FileState.Waiting or FileState.Failed
        || (HidesLiveAssets && HasFailedAssets);

    public IEnumerable<(SourceListKind Kind, SourceState State)> Lists =>
        from kind in Enum.GetValues<SourceListKind>()
        from listed in state switch
        {
            FileState.Live => [SourceState.Published],
            FileState.Draft => [SourceState.Draft],
            FileState.Scheduled => [SourceState.Scheduled],
            FileState.Refused or FileState.Waiting => [SourceState.Refused],
            FileState.Deleted => [SourceState.Deleted],
            _ => Enum.GetValues<SourceState>().Where(s => s != SourceState.Deleted),
        }
        where kind == SourceListKind.Text || listed is SourceState.Published or SourceState.Refused
        where !HidesLiveAssets
            || HasFailedAssets
            || (kind, listed) != (SourceListKind.Asset, SourceState.Published)
        select (kind, listed);

    public bool Has(FileEntry entry) =>
        (state is null || entry.State == state)
        && !(HidesLiveAssets && entry is { State: FileState.Live, Path.Kind: SourceKind.Asset })
        && Array.TrueForAll(_words, word => Contains(entry.Path.Value, word) || Contains(entry.Title, word));

    private static bool Contains(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
