using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Desk.History;

/// <summary>A version, and what it changed.</summary>
/// <param name="Version">The version; <c>null</c> where the file has none.</param>
/// <param name="Before">The version before; <c>null</c> for the first.</param>
/// <param name="Lines">
/// The difference to the version before; <c>null</c> if the texts are too long, or not both texts.
/// </param>
/// <param name="IsText">Whether the version is a text.</param>
public sealed record VersionView(
    FileVersion? Version, FileVersion? Before, IReadOnlyList<DifferenceLine>? Lines, bool IsText)
{
    /// <summary>Reads a version and the one before it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="versions">All versions, newest first.</param>
    /// <param name="id">The version; <c>null</c> for the newest.</param>
    /// <param name="history">Has their contents.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The view; <c>null</c> if there is no such version.</returns>
    internal static async Task<VersionView?> ReadAsync(
        SourcePath path,
        IReadOnlyList<FileVersion> versions,
        string? id,
        IVersionHistory history,
        CancellationToken cancellation)
    {
        var place = id is null ? 0 : versions.ToList().FindIndex(v => v.Id == id);
        if (versions.Count == 0 || place < 0)
        {
            return id is null ? new VersionView(null, null, [], IsText: false) : null;
        }

        var (shown, before) = (versions[place], versions.ElementAtOrDefault(place + 1));
        if (path.Extension is not (".md" or ".yaml" or ".liquid" or ".css"))
        {
            return new VersionView(shown, before, null, IsText: false);
        }

        var contents = await Task.WhenAll(ReadAsync(shown), ReadAsync(before));
        return new VersionView(shown, before, TextDifference.Of(contents[1], contents[0]), IsText: true);

        async Task<string> ReadAsync(FileVersion? version) =>
            version is not null && await history.ReadAsync(path, version.Id, cancellation) is { } bytes
                ? SourceText.Decode(bytes).Text ?? ""
                : "";
    }
}
