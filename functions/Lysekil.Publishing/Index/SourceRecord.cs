using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>
/// All that the index knows of one source: the version last seen, what is live, and what outlasts a version. Every
/// other row of the source follows from it (<see cref="IndexRows"/>).
/// </summary>
public sealed record SourceRecord
{
    public const int MostFormerPages = 6;

    public const int MostEarlier = 3;

    public required SourcePath Path { get; init; }

    /// <summary>The version that was last validated; empty where none counts.</summary>
    public required ETag Seen { get; init; }

    /// <summary>When that version was uploaded.</summary>
    public required DateTimeOffset SeenModified { get; init; }

    /// <summary>
    /// When the newest version that was validated had been uploaded; it outlasts the source, and orders the list of
    /// files. <c>null</c> where the source has its place in that list under another name.
    /// </summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>
    /// The title of the newest version that has one, live or not; it outlasts the source. Empty where there was none.
    /// </summary>
    public string NewestTitle { get; init; } = "";

    /// <summary>When the source was created, as it was first seen: the date of an article that names none.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>
    /// The version of the rules that it was validated by: an engine with other rules validates again.
    /// </summary>
    public required string Rules { get; init; }

    /// <summary>The time zone in which its dates were read: with another it is validated again.</summary>
    public required string TimeZone { get; init; }

    /// <summary>
    /// The language of the site when it was validated, of which a text has its quotation marks: in another it is
    /// validated again.
    /// </summary>
    public string Language { get; init; } = SiteSettings.DefaultLanguage;

    public required SourceState State { get; init; }

    public EquatableList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>
    /// The names of pictures, among those that the newest readable version holds itself, that have ended the process
    /// that decoded them.
    /// </summary>
    public EquatableList<string> FatalPictures { get; init; } = [];

    /// <summary>The content that counts; <c>null</c> where nothing of the source is live.</summary>
    public ContentHash? Accepted { get; init; }

    /// <summary>
    /// Contents of the settings that counted before, the newest first: a setting that cannot be used keeps its last
    /// good value. Empty for any other source.
    /// </summary>
    public EquatableList<ContentHash> Earlier { get; init; } = [];

    /// <summary>
    /// The first identity that the settings named, by which feed readers know each article: a site that moves keeps it.
    /// Empty until they name one, and for any other source.
    /// </summary>
    public string FeedIdentity { get; init; } = "";

    /// <summary>
    /// The content that the source came with, or that was last live of it; it outlasts the source. <c>null</c> for
    /// anything but articles and standing pages.
    /// </summary>
    public ContentHash? Content { get; init; }

    /// <summary>
    /// What that content has in common with itself after an edit: the hash of its text, and that of its title and date.
    /// A new source that has one of them, once this one is gone, is the same article under another name. Empty where
    /// an engine that compared whole contents published the source.
    /// </summary>
    public EquatableList<ContentHash> RenameKeys { get; init; } = [];

    /// <summary>
    /// Whether the source may yet turn out to be the new name of another: it has had one content only, and the deletion
    /// of the other may not have been seen yet.
    /// </summary>
    public bool MayBeRenamed { get; init; }

    /// <summary>
    /// What is live; <c>null</c> where nothing is, and for settings and templates, which have no page.
    /// </summary>
    public PublishedItem? Live { get; init; }

    /// <summary>The page that the source would have if no other source had it.</summary>
    public PageKey? WaitsFor { get; init; }

    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>The title of the scheduled article.</summary>
    public string? ScheduledTitle { get; init; }

    /// <summary>
    /// The page at which the scheduled article will be; <c>null</c> where too many others are scheduled there.
    /// </summary>
    public PageKey? ScheduledPage { get; init; }

    /// <summary>
    /// The date of an article that was in lists and feeds and is no more: no older article takes its place in a feed.
    /// <c>null</c> where one is listed, or never was.
    /// </summary>
    public DateTimeOffset? FormerDate { get; init; }

    /// <summary>When what is live expires; <c>null</c> if it never does, or has.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When the source is to be published again without any event, since it goes live or expires.</summary>
    public DateTimeOffset? Due => ScheduledFor ?? Expires;

    /// <summary>
    /// The topic by which related articles are found, the first of the live article; <c>null</c> if it has none, or was
    /// published by an engine that knew no related articles.
    /// </summary>
    public Slug? MainTopic { get; init; }

    /// <summary>The feeds' identifier, from the first publication on.</summary>
    public string Id { get; init; } = "";

    /// <summary>
    /// How many identifiers were given to articles at this path, under whatever name these are now: none is given
    /// twice.
    /// </summary>
    public int IdsGiven { get; init; }

    /// <summary>The hash of the text that readers last saw; <c>null</c> before they saw any.</summary>
    public ContentHash? PublishedText { get; init; }

    /// <summary>The hash of the words by which search finds the live page; <c>null</c> where search does not.</summary>
    public ContentHash? SearchText { get; init; }

    /// <summary>When a change to a published text was uploaded.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The page at which the source was last live.</summary>
    public PageKey? LastPage { get; init; }

    /// <summary>
    /// The pages at which the source was live before, the latest last; at most <see cref="MostFormerPages"/>.
    /// </summary>
    public EquatableList<PageKey> FormerPages { get; init; } = [];

    /// <summary>Older addresses that its front matter names.</summary>
    public EquatableList<PageKey> Aliases { get; init; } = [];

    /// <summary>
    /// The site's address by which absolute links were told to be the site's own; empty where no link depends on it.
    /// </summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>
    /// The other pages to which the live text links, as they are; of very many, the first. Empty where the newest
    /// version is not the live one.
    /// </summary>
    public EquatableList<LinkedPage> Links { get; init; } = [];

    /// <summary>The names of the live text's parts, to which links may lead (<see cref="PageAnchors"/>).</summary>
    public EquatableList<string> Anchors { get; init; } = [];

    /// <summary>Whether the site's settings still say what they said when the source was validated.</summary>
    public bool IsValidatedBy(SiteSettings settings) =>
        TimeZone == settings.TimeZone.Id && Language == settings.Locale.Language && HasLinksOf(settings);

    /// <summary>
    /// Whether the links were read for a site with this address, and with these redirects as far as they matter.
    /// </summary>
    public bool HasLinksOf(SiteSettings settings) =>
        (BaseUrl.Length == 0 || BaseUrl == settings.BaseUrl.AbsoluteUri)
        && Links.All(l => l.State switch
        {
            LinkState.Redirected => settings.Redirects.Find(l.Page) is not null,
            LinkState.NoPage or LinkState.Scheduled => settings.Redirects.Find(l.Page) is null,
            _ => true,
        });

    /// <summary>Whether lists and feeds have the article.</summary>
    public bool IsListed => Live is { Date: not null, Expired: null };

    /// <summary>The date by which the article has, or keeps free, a place in feeds.</summary>
    public DateTimeOffset? FeedDate => IsListed ? Live!.Date : FormerDate;

    /// <summary>The pages that redirect to the source's page.</summary>
    public IEnumerable<PageKey> Redirects =>
        Live is { } live ? FormerPages.Concat(Aliases).Distinct().Where(p => p != live.Page) : [];
}

/// <summary>
/// What became of a source's newest version; also the value of the index tag <c>state</c>, in lower case.
/// </summary>
public enum SourceState
{
    Published,
    Draft,
    Scheduled,
    Refused,

    /// <summary>
    /// The source is gone, and its record is a tombstone: a file that is deleted and created again, perhaps before a
    /// publish sees the deletion, is the same article to its readers.
    /// </summary>
    Deleted,
}
