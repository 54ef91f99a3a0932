using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;

namespace Lysekil.Publishing.Publication;

/// <summary>What publishing a source changed.</summary>
/// <param name="Path">The source.</param>
/// <param name="Change">What changed.</param>
/// <param name="Page">The page where it is live, or was live until it was removed; <c>null</c> if it has none.</param>
/// <param name="Modified">When the version was uploaded; <c>null</c> if the source is gone.</param>
/// <param name="Diagnostics">The messages for its editor.</param>
public sealed record PublishOutcome(
    SourcePath Path,
    PublishChange Change,
    PageKey? Page,
    DateTimeOffset? Modified,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>When it goes live or expires; <c>null</c> if neither is to come.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What became of its page; <c>null</c> if the page is left to a refresh message.</summary>
    public RefreshOutcome? Refreshed { get; init; }

    /// <summary>
    /// What became of the pages that show it, as far as they were refreshed at once; the others have their messages.
    /// </summary>
    public IReadOnlyList<RefreshOutcome> Followed { get; init; } = [];

    /// <summary>The messages for pages that its handler refreshes at once.</summary>
    internal IReadOnlyList<HeldRefresh> Held { get; init; } = [];
}

public enum PublishChange
{
    /// <summary>The index already held this version.</summary>
    Unchanged,

    /// <summary>The source went live.</summary>
    Published,

    /// <summary>The live version changed.</summary>
    Updated,

    /// <summary>The source is gone, and so is its page.</summary>
    Removed,

    /// <summary>The newest version cannot be published; the last good one, if any, stays live.</summary>
    Refused,

    /// <summary>The source is a draft, and not live.</summary>
    Draft,

    /// <summary>The source goes live at its date.</summary>
    Scheduled,
}
