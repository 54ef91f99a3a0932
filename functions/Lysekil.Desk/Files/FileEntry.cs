using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Files;

/// <summary>A file as a line of the list.</summary>
/// <param name="Path">The file.</param>
/// <param name="State">What became of its newest version.</param>
/// <param name="Title">The title of what is live or scheduled; <c>null</c> where neither is.</param>
/// <param name="Page">The page on which a version is live; <c>null</c> where none is.</param>
/// <param name="Modified">When the newest version was uploaded; for a deleted file, when it was created.</param>
/// <param name="Date">The date of a scheduled or live article.</param>
/// <param name="Diagnostics">How many remarks there are about it.</param>
public sealed record FileEntry(
    SourcePath Path,
    FileState State,
    string? Title,
    PageKey? Page,
    DateTimeOffset Modified,
    DateTimeOffset? Date,
    int Diagnostics)
{
    /// <summary>Whether pages that show the file are yet to follow its newest version.</summary>
    public bool IsUpdating { get; init; }

    /// <summary>The entry that follows from a record of the index, where publishing has not failed.</summary>
    internal static FileEntry Of(SourceRecord record) => new(
        record.Path,
        StateOf(record),
        record.Live?.Title ?? record.ScheduledTitle,
        record.Live?.Page,
        record.State == SourceState.Deleted ? record.Created : record.SeenModified,
        record.ScheduledFor ?? record.Live?.Date,
        record.Diagnostics.Count);

    private static FileState StateOf(SourceRecord record) => record.State switch
    {
        SourceState.Published => FileState.Live,
        SourceState.Draft => FileState.Draft,
        SourceState.Scheduled => FileState.Scheduled,
        SourceState.Deleted => FileState.Deleted,
        _ => record.WaitsFor is null ? FileState.Refused : FileState.Waiting,
    };
}
