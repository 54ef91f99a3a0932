using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>
/// What a commit leaves to be done once it stands (a transactional outbox): it is part of the commit, and it is deleted
/// when all is done, so that a crash in between forgets nothing.
/// </summary>
public sealed record OutboxEntry
{
    public static OutboxEntry None { get; } = new();

    /// <summary>Pages for which refresh messages are to be sent; their stale rows are part of the commit.</summary>
    public EquatableList<PageKey> Pages { get; init; } = [];

    /// <summary>
    /// Moments, in the text of columns, at which an article came, went or changed: the articles before and after may
    /// show it.
    /// </summary>
    public EquatableList<string> Positions { get; init; } = [];

    /// <summary>
    /// Moments, in the text of columns, of which lists show something else: that of the article before and after, if
    /// its looks in lists have changed. They tell the parts of divided listings.
    /// </summary>
    public EquatableList<string> Listed { get; init; } = [];

    /// <summary>
    /// The latest date at which an article came, changed or went: the lists of the newest articles may show it.
    /// <c>null</c> where none can.
    /// </summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>The topics whose lists of the newest articles may show it, too.</summary>
    public EquatableList<Slug> Topics { get; init; } = [];

    /// <summary>The topics of which it is or was an article to lead on to.</summary>
    public EquatableList<Slug> Related { get; init; } = [];

    /// <summary>The authors whose pages show it.</summary>
    public EquatableList<Slug> Authors { get; init; } = [];

    /// <summary>Whether it leads the front page, or did.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Other sources to be published again, since a page that they claim came free or was taken.</summary>
    public EquatableList<SourcePath> Others { get; init; } = [];

    /// <summary>
    /// Files that the text began or ended to use: their reference rows are yet to be brought in step.
    /// </summary>
    public EquatableList<SourcePath> Assets { get; init; } = [];

    /// <summary>
    /// Pictures that the text began or ended to hold, or that have changed: their claims and pages are yet to be
    /// brought in step.
    /// </summary>
    public EquatableList<EmbeddedPicture> Embedded { get; init; } = [];

    /// <summary>
    /// Whether the texts that use the file are to be published again, since it came, went or changed.
    /// </summary>
    public bool CallsUsers { get; init; }

    /// <summary>
    /// Pages to which the text began or ended to link: their rows are yet to be brought in step.
    /// </summary>
    public EquatableList<PageKey> Links { get; init; } = [];

    /// <summary>
    /// Pages that came, went or got other parts: the texts that link to them are to be published again.
    /// </summary>
    public EquatableList<PageKey> Targets { get; init; } = [];

    /// <summary>
    /// Texts that the text named or names as its translations: their pages may show it as one.
    /// </summary>
    public EquatableList<SourcePath> Translations { get; init; } = [];

    /// <summary>
    /// The date for which an alarm is to be set; <c>null</c> where none is. It no longer counts once the article has
    /// another date.
    /// </summary>
    public DateTimeOffset? Alarm { get; init; }

    /// <summary>
    /// Whether the accepted content is to be kept again if the file still has it: its container has lost it.
    /// </summary>
    public bool KeepsContent { get; init; }

    /// <summary>The work of both. Of two alarms this entry's stays, since it is the later one to be set.</summary>
    public OutboxEntry And(OutboxEntry other) => new()
    {
        Pages = [.. Pages.Union(other.Pages)],
        Positions = [.. Positions.Union(other.Positions)],
        Listed = [.. Listed.Union(other.Listed)],
        Newest = other.Newest > Newest ? other.Newest : Newest ?? other.Newest,
        Topics = [.. Topics.Union(other.Topics)],
        Related = [.. Related.Union(other.Related)],
        Authors = [.. Authors.Union(other.Authors)],
        IsPinned = IsPinned || other.IsPinned,
        Others = [.. Others.Union(other.Others)],
        Assets = [.. Assets.Union(other.Assets)],
        Embedded = [.. Embedded.Union(other.Embedded)],
        CallsUsers = CallsUsers || other.CallsUsers,
        Links = [.. Links.Union(other.Links)],
        Targets = [.. Targets.Union(other.Targets)],
        Translations = [.. Translations.Union(other.Translations)],
        Alarm = Alarm ?? other.Alarm,
        KeepsContent = KeepsContent || other.KeepsContent,
    };
}

/// <summary>The columns of an outbox entry and of the source that it belongs to.</summary>
internal static class OutboxEntryRow
{
    public static readonly RowCodec<(SourcePath Path, OutboxEntry Entry)> Codec = new(Read);

    public static readonly Column<SourcePath> Path = Codec.Add("path", ColumnFormat.Path, r => r.Path);

    private static readonly ColumnFormat<EquatableList<Slug>> Slugs =
        ColumnFormat.ListOf(t => t.Value, t => Slug.Parse(t)!);

    private static readonly Column<EquatableList<PageKey>> Pages =
        Codec.Add("pages", ColumnFormat.Pages, r => r.Entry.Pages);
    private static readonly Column<EquatableList<string>> Positions =
        Codec.Add("positions", ColumnFormat.Texts, r => r.Entry.Positions);
    private static readonly Column<EquatableList<string>> Listed =
        Codec.Add("listed", ColumnFormat.Texts, r => r.Entry.Listed);
    private static readonly Column<DateTimeOffset?> Newest =
        Codec.Add("newest", ColumnFormat.OptionalMoment, r => r.Entry.Newest);
    private static readonly Column<EquatableList<Slug>> Topics = Codec.Add("topics", Slugs, r => r.Entry.Topics);
    private static readonly Column<EquatableList<Slug>> Related = Codec.Add("related", Slugs, r => r.Entry.Related);
    private static readonly Column<EquatableList<Slug>> Authors = Codec.Add("authors", Slugs, r => r.Entry.Authors);
    private static readonly Column<bool> IsPinned =
        Codec.Add("pinned", ColumnFormat.Flag, r => r.Entry.IsPinned);
    private static readonly Column<EquatableList<SourcePath>> Others =
        Codec.Add("others", ColumnFormat.Paths, r => r.Entry.Others);
    private static readonly Column<EquatableList<SourcePath>> Assets =
        Codec.Add("assets", ColumnFormat.Paths, r => r.Entry.Assets);
    private static readonly Column<EquatableList<EmbeddedPicture>> Embedded =
        Codec.Add("embedded", PublishedItemRow.EmbeddedFormat, r => r.Entry.Embedded);
    private static readonly Column<bool> CallsUsers =
        Codec.Add("callsUsers", ColumnFormat.Flag, r => r.Entry.CallsUsers);
    private static readonly Column<EquatableList<PageKey>> Links =
        Codec.Add("links", ColumnFormat.Pages, r => r.Entry.Links);
    private static readonly Column<EquatableList<PageKey>> Targets =
        Codec.Add("targets", ColumnFormat.Pages, r => r.Entry.Targets);
    private static readonly Column<EquatableList<SourcePath>> Translations =
        Codec.Add("translations", ColumnFormat.Paths, r => r.Entry.Translations);
    private static readonly Column<DateTimeOffset?> Alarm =
        Codec.Add("alarm", ColumnFormat.OptionalMoment, r => r.Entry.Alarm);
    private static readonly Column<bool> KeepsContent =
        Codec.Add("keepsContent", ColumnFormat.Flag, r => r.Entry.KeepsContent);

    private static (SourcePath Path, OutboxEntry Entry) Read(RowReader row) => (Path.Of(row), new()
    {
        Pages = Pages.Of(row),
        Positions = Positions.Of(row),
        Listed = Listed.Of(row),
        Newest = Newest.Of(row),
        Topics = Topics.Of(row),
        Related = Related.Of(row),
        Authors = Authors.Of(row),
        IsPinned = IsPinned.Of(row),
        Others = Others.Of(row),
        Assets = Assets.Of(row),
        Embedded = Embedded.Of(row),
        CallsUsers = CallsUsers.Of(row),
        Links = Links.Of(row),
        Targets = Targets.Of(row),
        Translations = Translations.Of(row),
        Alarm = Alarm.Of(row),
        KeepsContent = KeepsContent.Of(row),
    });
}
