using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Desk.Publishing;

/// <summary>A change that was made, and all that undoing it takes.</summary>
/// <param name="Action">The action.</param>
/// <param name="Path">The file's name before.</param>
/// <param name="Target">The file's name afterwards.</param>
/// <param name="Version">The version before, by its name in the history.</param>
/// <param name="ETag">The version afterwards; empty if the file is deleted.</param>
public sealed record DoneChange(DeskAction Action, SourcePath Path, SourcePath Target, string Version, string ETag)
{
    /// <summary>The address that no longer leads to a text; <c>null</c> if all lead where they led.</summary>
    public string? LostUrl { get; init; }
}
