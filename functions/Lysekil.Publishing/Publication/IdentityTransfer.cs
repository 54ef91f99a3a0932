using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// Detects renames. A renamed file is deleted under one name and created under another with the same text, or with
/// the same title and date: it may have been edited on the way. The new source takes over the article's identity:
/// its identifier, <em>Publicerad</em>, <em>Uppdaterad</em> and its former URLs. Pure.
/// </summary>
internal static class IdentityTransfer
{
    /// <summary>Shorter texts are the same by chance: two articles may say "See the file." and no more.</summary>
    private const int LeastText = 200;

    /// <summary>
    /// What a version has in common with itself under another name. A text that is short counts with all of its file.
    /// A date counts if its editor wrote it: that of an upload changes with the name.
    /// </summary>
    public static IEnumerable<ContentHash> KeysOf(ValidationResult.Text text)
    {
        var manuscript = text.Manuscript;
        yield return manuscript.Body.Length < LeastText ? text.Hash : ContentHash.OfLines(["text", manuscript.Body]);
        if (manuscript.Day is null || manuscript.IsDateStated)
        {
            yield return ContentHash.OfLines(["title", $"{manuscript.Day:O}", manuscript.ComparedTitle]);
        }
    }

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
            RenameKeys = renamedFrom.RenameKeys,
            State = SourceState.Published, // A tombstone with another content might be renamed to once more.
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
