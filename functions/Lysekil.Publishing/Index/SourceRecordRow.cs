using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>The columns of a source's record. Those of its published item stand behind a prefix.</summary>
internal static class SourceRecordRow
{
    public static readonly RowCodec<SourceRecord> Codec = new(Read);

    /// <summary>The default moment is stored as no column.</summary>
    private static readonly ColumnFormat<DateTimeOffset> MomentOrDefault =
        new(m => m == default ? null : ColumnFormat.TextOf(m), ColumnFormat.MomentOf, _ => default);

    /// <summary>The default language is stored as no column: engines that read all texts by it had none.</summary>
    private static readonly ColumnFormat<string> LanguageOrDefault = new(
        l => l == SiteSettings.DefaultLanguage ? null : l, l => l, _ => SiteSettings.DefaultLanguage);

    private static readonly ColumnFormat<ETag> ETagFormat = new(e => e.Value, t => new ETag(t), _ => new ETag(""));

    private static readonly Column<SourcePath> Path = Codec.Add("path", ColumnFormat.Path, r => r.Path);
    private static readonly Column<ETag> Seen = Codec.Add("seen", ETagFormat, r => r.Seen);
    private static readonly Column<DateTimeOffset> SeenModified =
        Codec.Add("seenModified", MomentOrDefault, r => r.SeenModified);
    private static readonly Column<DateTimeOffset?> Changed =
        Codec.Add("changed", ColumnFormat.OptionalMoment, r => r.Changed);
    private static readonly Column<string> NewestTitle = Codec.Add("title", ColumnFormat.Text, r => r.NewestTitle);
    private static readonly Column<DateTimeOffset> Created = Codec.Add("created", ColumnFormat.Moment, r => r.Created);
    private static readonly Column<string> Rules = Codec.Add("rules", ColumnFormat.Text, r => r.Rules);
    private static readonly Column<string> TimeZone = Codec.Add("timeZone", ColumnFormat.Text, r => r.TimeZone);
    private static readonly Column<string> Language = Codec.Add("siteLanguage", LanguageOrDefault, r => r.Language);
    private static readonly Column<SourceState> State =
        Codec.Add("state", ColumnFormat.NameOf<SourceState>(), r => r.State);
    private static readonly Column<EquatableList<Diagnostic>> Diagnostics =
        Codec.Add("remarks", ColumnFormat.Diagnostics, r => r.Diagnostics);
    private static readonly Column<EquatableList<string>> FatalPictures =
        Codec.Add("fatalPictures", ColumnFormat.Texts, r => r.FatalPictures);
    private static readonly Column<ContentHash?> Accepted =
        Codec.Add("accepted", ColumnFormat.OptionalHash, r => r.Accepted);
    private static readonly Column<EquatableList<ContentHash>> Earlier =
        Codec.Add("earlier", ColumnFormat.Hashes, r => r.Earlier);
    private static readonly Column<string> FeedIdentity =
        Codec.Add("feedIdentity", ColumnFormat.Text, r => r.FeedIdentity);
    private static readonly Column<ContentHash?> Content =
        Codec.Add("content", ColumnFormat.OptionalHash, r => r.Content);
    private static readonly Column<EquatableList<ContentHash>> RenameKeys =
        Codec.Add("renameKeys", ColumnFormat.Hashes, r => r.RenameKeys);
    private static readonly Column<bool> MayBeRenamed = Codec.Add("maySucceed", ColumnFormat.Flag, r => r.MayBeRenamed);
    private static readonly Column<PageKey?> WaitsFor =
        Codec.Add("waitsFor", ColumnFormat.OptionalPage, r => r.WaitsFor);
    private static readonly Column<DateTimeOffset?> ScheduledFor =
        Codec.Add("scheduledFor", ColumnFormat.OptionalMoment, r => r.ScheduledFor);
    private static readonly Column<string?> ScheduledTitle =
        Codec.Add("scheduledTitle", ColumnFormat.OptionalText, r => r.ScheduledTitle);
    private static readonly Column<PageKey?> ScheduledPage =
        Codec.Add("scheduledPage", ColumnFormat.OptionalPage, r => r.ScheduledPage);
    private static readonly Column<DateTimeOffset?> FormerDate =
        Codec.Add("formerDate", ColumnFormat.OptionalMoment, r => r.FormerDate);
    private static readonly Column<DateTimeOffset?> Expires =
        Codec.Add("expires", ColumnFormat.OptionalMoment, r => r.Expires);
    private static readonly Column<Slug?> MainTopic =
        Codec.Add("mainTopic", ColumnFormat.OptionalSlug, r => r.MainTopic);
    private static readonly Column<string> Id = Codec.Add("id", ColumnFormat.Text, r => r.Id);
    private static readonly Column<int> IdsGiven = Codec.Add("idsGiven", ColumnFormat.Number, r => r.IdsGiven);
    private static readonly Column<ContentHash?> PublishedText =
        Codec.Add("publishedText", ColumnFormat.OptionalHash, r => r.PublishedText);
    private static readonly Column<ContentHash?> SearchText =
        Codec.Add("searchText", ColumnFormat.OptionalHash, r => r.SearchText);
    private static readonly Column<DateTimeOffset?> Updated =
        Codec.Add("updated", ColumnFormat.OptionalMoment, r => r.Updated);
    private static readonly Column<PageKey?> LastPage =
        Codec.Add("lastPage", ColumnFormat.OptionalPage, r => r.LastPage);
    private static readonly Column<EquatableList<PageKey>> FormerPages =
        Codec.Add("formerPages", ColumnFormat.Pages, r => r.FormerPages);
    private static readonly Column<EquatableList<PageKey>> Aliases =
        Codec.Add("aliases", ColumnFormat.Pages, r => r.Aliases);
    private static readonly Column<string> BaseUrl = Codec.Add("baseUrl", ColumnFormat.Text, r => r.BaseUrl);
    private static readonly Column<EquatableList<LinkedPage>> Links =
        Codec.Add("links", ColumnFormat.ListOf(l => l.Write(), LinkedPage.Read), r => r.Links);
    private static readonly Column<EquatableList<string>> Anchors =
        Codec.Add("anchors", ColumnFormat.Texts, r => r.Anchors);
    private static readonly EmbeddedRow<PublishedItem> Live =
        Codec.Embed("live_", PublishedItemRow.Codec, PublishedItemRow.Page.Name, r => r.Live);

    private static SourceRecord Read(RowReader row) => new()
    {
        Path = Path.Of(row),
        Seen = Seen.Of(row),
        SeenModified = SeenModified.Of(row),
        Changed = Changed.Of(row),
        NewestTitle = NewestTitle.Of(row),
        Created = Created.Of(row),
        Rules = Rules.Of(row),
        TimeZone = TimeZone.Of(row),
        Language = Language.Of(row),
        State = State.Of(row),
        Diagnostics = Diagnostics.Of(row),
        FatalPictures = FatalPictures.Of(row),
        Accepted = Accepted.Of(row),
        Earlier = Earlier.Of(row),
        FeedIdentity = FeedIdentity.Of(row),
        Content = Content.Of(row),
        RenameKeys = RenameKeys.Of(row),
        MayBeRenamed = MayBeRenamed.Of(row),
        Live = Live.Of(row),
        WaitsFor = WaitsFor.Of(row),
        ScheduledFor = ScheduledFor.Of(row),
        ScheduledTitle = ScheduledTitle.Of(row),
        ScheduledPage = ScheduledPage.Of(row),
        FormerDate = FormerDate.Of(row),
        Expires = Expires.Of(row),
        MainTopic = MainTopic.Of(row),
        Id = Id.Of(row),
        IdsGiven = IdsGiven.Of(row),
        PublishedText = PublishedText.Of(row),
        SearchText = SearchText.Of(row),
        Updated = Updated.Of(row),
        LastPage = LastPage.Of(row),
        FormerPages = FormerPages.Of(row),
        Aliases = Aliases.Of(row),
        BaseUrl = BaseUrl.Of(row),
        Links = Links.Of(row),
        Anchors = Anchors.Of(row),
    };
}
