using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// Detects renames. A renamed file is deleted under one name and created under another with the same content. The new
/// source takes over the article's identity: its identifier, <em>Publicerad</em>, <em>Uppdaterad</em> and its former
/// URLs. Pure.
/// </summary>
internal static class IdentityTransfer
{
    /// <summary>
    /// Whether a version may be another source under a new name. That takes a source that was never published, or that
    /// came back after its deletion with other content, and has had only this content since.
    /// </summary>
    public static bool IsPossible(SourceRecord? past, ValidationResult validation) =>
        validation is ValidationResult.Text { Manuscript.IsDraft: false, Hash: var content }
        && past switch
        {
            null or { LastPage: null } => true,
            { State: SourceState.Deleted } => past.Content != content,
            _ => past.MayBeRenamed && past.Content == content,
        };

    /// <summary>The record that counts as the renamed source's past.</summary>
    /// <param name="path">The source under its new name.</param>
    /// <param name="current">Its record; it may have been live for a while beside the old name.</param>
    /// <param name="renamedFrom">The tombstone of the old name.</param>
    public static SourceRecord Take(SourcePath path, SourceRecord? current, SourceRecord renamedFrom)
    {
        var stood = current?.Live?.Page;
        return (current ?? renamedFrom) with
        {
            Path = path,
            Created = renamedFrom.Created,
            Content = renamedFrom.Content,
            MayBeRenamed = false,
            Id = renamedFrom.Id,
            IdsGiven = current?.IdsGiven ?? 0,
            PublishedText = renamedFrom.PublishedText,
            Updated = renamedFrom.Updated,
            LastPage = stood ?? renamedFrom.LastPage,
            FormerPages = stood is null ? renamedFrom.FormerPages : [.. renamedFrom.FormerPages, renamedFrom.LastPage!],
        };
    }
}
