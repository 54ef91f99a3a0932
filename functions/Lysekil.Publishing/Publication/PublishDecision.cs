using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>What is to become of a source's record, and what that was decided by: the commit is conditional on it.</summary>
/// <param name="Next">The record; <c>null</c> where none shall stay.</param>
internal sealed record PublishDecision(SourceRecord? Next)
{
    /// <summary>What is to be kept before the commit; <c>null</c> where it is kept already.</summary>
    public AcceptedContent? Content { get; init; }

    /// <summary>The text that search looks through, where the version has one.</summary>
    public string? SearchText { get; init; }

    public IReadOnlyList<UrlOwnership> UrlOwnerships { get; init; } = [];

    /// <summary>The line in which the source stands or comes to stand, where that was looked at.</summary>
    public RenameCandidates? RenameCandidates { get; init; }

    /// <summary>The gone source whose identity it takes; <c>null</c> where it keeps its own, or gets one.</summary>
    public Versioned<SourceRecord>? RenamedFrom { get; init; }
}
