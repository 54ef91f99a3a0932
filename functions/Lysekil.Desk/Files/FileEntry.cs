using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Files;

/// <summary>A file as a line of the list.</summary>
/// <param name="Path">The file.</param>
/// <param name="State">What became of its newest version.</param>
/// <param name="Title">The title of its newest version that has one, else the file's name.</param>
/// <param name="Page">The page on which a version is live; <c>null</c> where none is.</param>
/// <param name="Modified">When the newest version was uploaded; of a deleted file, the last that there was.</param>
/// <param name="Date">The date of a scheduled or live article.</param>
/// <param name="Diagnostics">How many remarks there are about it.</param>
public sealed record FileEntry(
    SourcePath Path,
    FileState State,
    string Title,
    PageKey? Page,
    DateTimeOffset Modified,
    DateTimeOffset? Date,
    int Diagnostics)
{
    /// <summary>Whether pages that show the file are yet to follow its newest version.</summary>
    public bool IsUpdating { get; init; }

    /// <summary>The entry of a file whose publishing has not failed.</summary>
    internal static FileEntry Of(ListedSource file) => new(
        file.Path,
        StateOf(file.State, file.WaitsForPage),
        file.Title.Length > 0 ? file.Title : file.Path.FileName,
        file.Page,
        file.Changed,
        file.Date,
        file.Diagnostics);

    /// <summary>What became of a file, where publishing has not failed.</summary>
    internal static FileState StateOf(SourceState state, bool waitsForPage) => state switch
    {
        SourceState.Published => FileState.Live,
        SourceState.Draft => FileState.Draft,
        SourceState.Scheduled => FileState.Scheduled,
        SourceState.Deleted => FileState.Deleted,
        _ => waitsForPage ? FileState.Waiting : FileState.Refused,
    };
}
