using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.History;

/// <summary>
/// The versions of files, also of deleted ones. Where storage keeps every version of a blob,
/// <see cref="BlobVersions"/> reads them; where it keeps none, <see cref="KeptVersions"/> keeps copies.
/// </summary>
public interface IVersionHistory
{
    /// <summary>The versions of a file, newest first; none for a file that never was.</summary>
    Task<IReadOnlyList<FileVersion>> ListAsync(SourcePath path, int most, CancellationToken cancellation);

    /// <summary>
    /// Lists files that are gone, and of which there are versions: those without text, since the index lists texts. The
    /// calls for a slice are bounded, so that a slice may have no file although more follow.
    /// </summary>
    /// <param name="continuation">Where the last slice ended; <c>null</c> for the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<GoneFiles> ListGoneAsync(string? continuation, CancellationToken cancellation);

    /// <summary>The content of a version; <c>null</c> if it is not kept, or no longer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">The version's <see cref="FileVersion.Id"/>, perhaps as a browser sent it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<byte[]?> ReadAsync(SourcePath path, string id, CancellationToken cancellation);

    /// <summary>Called before a version is replaced or deleted: afterwards the history has it.</summary>
    Task KeepReplacedAsync(SourcePath path, ETag replaced, CancellationToken cancellation);

    /// <summary>Called after a version was saved: afterwards the history has it and its account.</summary>
    Task KeepSavedAsync(
        SourcePath path, ReadOnlyMemory<byte> content, SavedVersion saved, CancellationToken cancellation);
}
