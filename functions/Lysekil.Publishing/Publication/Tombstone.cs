using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>What stays of a source that is gone; pure.</summary>
public static class Tombstone
{
    /// <summary>All by which readers know it, and the content by which an heir is known; <c>null</c> where it was no text.</summary>
    public static SourceRecord? Of(SourceRecord? past) => past is { Path.Kind: SourceKind.Article or SourceKind.StandingPage }
        ? past with
        {
            Seen = new ETag(""),
            SeenModified = default,
            Rules = "",
            TimeZone = "",
            State = SourceState.Deleted,
            Diagnostics = [],
            Accepted = null,
            Content = past.LastPage is null ? null : past.Content,
            MayBeRenamed = false,
            Live = null,
            SearchText = null,
            WaitsFor = null,
            ScheduledFor = null,
            ScheduledTitle = null,
            Aliases = [],
        }
        : null;

    /// <summary>Where an heir took all that readers know it by: what comes there next is another article.</summary>
    public static SourceRecord Bare(SourceRecord tombstone) => tombstone with
    {
        Content = null,
        Id = "",
        PublishedText = null,
        Updated = null,
        LastPage = null,
        FormerPages = [],
    };
}
