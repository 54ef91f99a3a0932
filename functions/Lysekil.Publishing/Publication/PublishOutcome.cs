using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Refreshing;

namespace Lysekil.Publishing.Publication;

/// <summary>What publishing a source came to.</summary>
/// <param name="Path">The source.</param>
/// <param name="Change">What changed.</param>
/// <param name="Page">Where it is live, or was until it was removed; <c>null</c> where it has no page.</param>
/// <param name="Modified">When the version was uploaded; <c>null</c> where the source is gone.</param>
/// <param name="Diagnostics">What its editor is told.</param>
public sealed record PublishOutcome(
    SourcePath Path, PublishChange Change, PageKey? Page, DateTimeOffset? Modified, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>When it goes live; <c>null</c> where it is not scheduled.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>What became of its page, where the publish itself brought that in step; <c>null</c> where a refresh is to.</summary>
    public RefreshOutcome? Refreshed { get; init; }
}
