using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>The record that stays of a deleted source. Pure.</summary>
public static class Tombstone
{
    /// <summary>
    /// The tombstone: the article's identity, and the keys by which a rename is detected; <c>null</c> if the source
    /// was no text.
    /// </summary>
    public static SourceRecord? Of(SourceRecord? past) =>
        past is { Path.Kind: SourceKind.Article or SourceKind.StandingPage }
        ? past with
        {
            Seen = new ETag(""),
            SeenModified = default,
            Rules = "",
            TimeZone = "",
            Language = SiteSettings.DefaultLanguage,
            State = SourceState.Deleted,
            Diagnostics = [],
            FatalPictures = [],
            Accepted = null,
            Content = past.LastPage is null ? null : past.Content,
            RenameKeys = past.LastPage is null ? [] : past.RenameKeys,
            MayBeRenamed = false,
            Live = null,
            FormerDate = past.FeedDate,
            SearchText = null,
            WaitsFor = null,
            ScheduledFor = null,
            ScheduledTitle = null,
            ScheduledPage = null,
            Expires = null,
            MainTopic = null,
            Aliases = [],
            BaseUrl = "",
            Links = [],
            Anchors = [],
        }
        : null;

    /// <summary>
    /// The tombstone once a rename took the identity: the next source at its path is another article.
    /// </summary>
    public static SourceRecord Bare(SourceRecord tombstone) => tombstone with
    {
        Changed = null,
        NewestTitle = "",
        Content = null,
        RenameKeys = [],
        FormerDate = null,
        Id = "",
        PublishedText = null,
        Updated = null,
        LastPage = null,
        FormerPages = [],
    };
}
