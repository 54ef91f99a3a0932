using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// A renamed file is one that goes and another that comes with the same content: the one that comes takes over all by
/// which readers know the article (its identifier, <em>Publicerad</em>, <em>Uppdaterad</em>, its addresses). Pure.
/// </summary>
internal static class IdentityTransfer
{
    /// <summary>
    /// Whether a version may be another source under a new name: what was never published, or came back from deletion with
    /// other content, and has had none but this since.
    /// </summary>
    public static bool IsPossible(SourceRecord? past, ValidationResult validation) =>
        validation is ValidationResult.Text { Manuscript.IsDraft: false, Hash: var content }
        && past switch
        {
            null or { LastPage: null } => true,
            { State: SourceState.Deleted } => past.Content != content,
            _ => past.MayBeRenamed && past.Content == content,
        };

    /// <summary>What the archive may count as the heir's past.</summary>
    /// <param name="path">The heir.</param>
    /// <param name="current">What the archive holds of it: perhaps it was live for a while, beside the other.</param>
    /// <param name="renamedFrom">Whose identity it takes.</param>
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
