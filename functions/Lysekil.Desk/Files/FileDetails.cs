using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Files;

/// <summary>What the storage has of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Blob">Its newest version; <c>null</c> if it is deleted.</param>
/// <param name="Record">What the index has of it; <c>null</c> until a publish has seen it.</param>
/// <param name="Failure">Why publishing it was given up; <c>null</c> if it was not.</param>
/// <param name="Page">The page on which it is live, as it is stored; <c>null</c> if there is none.</param>
public sealed record FileDetails(
    SourcePath Path, BlobProperties? Blob, SourceRecord? Record, Failure? Failure, BlobProperties? Page)
{
    /// <summary>A page that was written later may have been written again for another reason.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>Whether pages that show the file are yet to follow its newest version.</summary>
    public bool IsUpdating { get; init; }

    /// <summary>The text of the newest version; <c>null</c> for a picture or a document.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the index knows the newest version, so that its diagnostics are about this text.</summary>
    public bool IsSeen => Blob is null ? Record?.State == SourceState.Deleted : Record?.Seen == Blob.ETag;

    public FileState State =>
        Failure is not null ? FileState.Failed
        : !IsSeen ? FileState.Waiting
        : FileEntry.StateOf(Record!.State, Record.WaitsFor is not null);

    /// <summary>Whether anything more will happen by itself in the next moments.</summary>
    public bool IsSettled => IsSeen && !IsUpdating;

    /// <summary>The remarks about the newest version, refusals first.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => IsSeen
        ? [.. Record!.Diagnostics.OrderByDescending(d => d.Severity)]
        : [];

    /// <summary>
    /// The time from the upload of what is live to its page, at most: <c>null</c> if the page was written so much later
    /// that another change may have been the reason.
    /// </summary>
    public TimeSpan? TimeToLive =>
        Record?.Live is { } live
        && Page is { } page
        && page.Modified - live.Modified is { } time
        && time >= TimeSpan.Zero
        && time < Soon
            ? time
            : null;
}
