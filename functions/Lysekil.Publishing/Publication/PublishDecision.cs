using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// A source's next record, and the rows that it was decided by. The commit is conditional on them (R1).
/// </summary>
/// <param name="Next">The record; <c>null</c> if none stays.</param>
internal sealed record PublishDecision(SourceRecord? Next)
{
    /// <summary>R3: The content to keep before the commit; <c>null</c> if it is kept already.</summary>
    public AcceptedContent? Content { get; init; }

    /// <summary>The body as plain words for the search index; <c>null</c> if the version is no text.</summary>
    public string? SearchText { get; init; }

    public IReadOnlyList<UrlOwnership> UrlOwnerships { get; init; } = [];

    /// <summary>The candidates for a rename with this text or title; empty if they were not read.</summary>
    public IReadOnlyList<RenameCandidates> RenameCandidates { get; init; } = [];

    /// <summary>
    /// The deleted source whose identity it takes; <c>null</c> if it keeps its own or gets a new one.
    /// </summary>
    public Versioned<SourceRecord>? RenamedFrom { get; init; }
}
