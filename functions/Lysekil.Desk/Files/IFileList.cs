namespace Lysekil.Desk.Files;

/// <summary>Lists the site's files in slices, each of a bounded number of storage calls.</summary>
internal interface IFileList
{
    /// <summary>The next files.</summary>
    /// <param name="query">Which files.</param>
    /// <param name="most">The most files of the slice.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<FileSlice> ListAsync(FileQuery query, int most, CancellationToken cancellation);
}

/// <summary>A part of the list.</summary>
/// <param name="Files">May be fewer than asked for, or none, although more follow.</param>
/// <param name="Next">Where the next slice begins; <c>null</c> at the end.</param>
public sealed record FileSlice(IReadOnlyList<FileEntry> Files, string? Next);
