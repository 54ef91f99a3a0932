using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>What the archive should hold of a source, by what it held, what was found, and when; pure.</summary>
public static class NextRecord
{
    /// <summary>Raised when the same bytes would be judged otherwise, so that every source is judged again.</summary>
    public const string Rules = "6";

    /// <summary>A file in which everything is wrong shall not fill its row: these are enough to begin with.</summary>
    private const int MostDiagnostics = 20;

    /// <param name="past">What the archive holds; <c>null</c> where it holds nothing.</param>
    /// <param name="version">The version that was found.</param>
    /// <param name="validation">What it was found to be.</param>
    /// <param name="owner">Who else may stand at the page that it wants; <c>null</c> where it may itself.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="now">
    /// A date after this is still to come; but what went live once does not go again because another clock is behind.
    /// </param>
    public static SourceRecord Of(
        SourceRecord? past, SourceVersion version, ValidationResult validation, SourcePath? owner, TimeZoneInfo zone, DateTimeOffset now)
    {
        var mayBeRenamed = IdentityTransfer.IsPossible(past, validation);
        var next = new SourceRecord
        {
            Path = version.Path,
            Seen = version.ETag,
            SeenModified = version.Modified,
            Created = CreatedOf(past, version),
            Rules = Rules,
            TimeZone = zone.Id,
            State = SourceState.Published,
            Diagnostics = [.. validation.Diagnostics.OrderBy(r => r.Severity != Severity.Refusal).Take(MostDiagnostics)],
            Content = mayBeRenamed ? validation.Content!.Hash : past is { LastPage: not null } ? past.Content : null,
            MayBeRenamed = mayBeRenamed,
            Id = past?.Id ?? "",
            IdsGiven = past?.IdsGiven ?? 0,
            PublishedText = past?.PublishedText,
            Updated = past?.Updated,
            LastPage = past?.LastPage,
            FormerPages = past?.FormerPages ?? [],
        };
        return validation switch
        {
            ValidationResult.Refused => KeepLive(next, past),
            ValidationResult.SiteFile file => next with { Accepted = file.Hash },
            ValidationResult.Asset asset => Live(next, AssetItem(past, version, asset)),
            ValidationResult.Text { Manuscript.IsDraft: true } => next with { State = SourceState.Draft },
            ValidationResult.Text { Manuscript: { Date: { } date, IsDateStated: true } article } when date > now && past?.Live?.Date != date =>
                next with { State = SourceState.Scheduled, ScheduledFor = date, ScheduledTitle = article.Title },
            ValidationResult.Text text when owner is not null => Waiting(next, past, text.Manuscript, owner),
            ValidationResult.Text text => Published(next, past, version, text, zone),
            _ => throw new ArgumentOutOfRangeException(nameof(validation)),
        };
    }

    /// <summary>When the source came to be. What was gone and has no identity left is another one when it comes back.</summary>
    public static DateTimeOffset CreatedOf(SourceRecord? past, SourceVersion version) =>
        past is null or { State: SourceState.Deleted, LastPage: null } ? version.Created : past.Created;

    /// <summary>What a record is where an earlier version, which was to stay live, must leave its page to somebody else.</summary>
    public static SourceRecord Yielding(SourceRecord record) => record with
    {
        Live = null,
        Accepted = null,
        SearchText = null,
        Aliases = [],
    };

    private static SourceRecord KeepLive(SourceRecord next, SourceRecord? past) => next with
    {
        State = SourceState.Refused,
        Accepted = past?.Accepted,
        Live = past?.Live,
        SearchText = past?.SearchText,
        Aliases = past?.Aliases ?? [],
    };

    private static SourceRecord Waiting(SourceRecord next, SourceRecord? past, Manuscript manuscript, SourcePath owner)
    {
        var waiting = KeepLive(next, past) with
        {
            WaitsFor = manuscript.Page,
            Diagnostics = [DiagnosticCatalog.UrlTaken(manuscript.Page.Url, owner.Value), .. next.Diagnostics],
        };
        return waiting.Live?.Page == manuscript.Page
            ? Yielding(waiting)
            : waiting;
    }

    private static SourceRecord Published(
        SourceRecord next, SourceRecord? past, SourceVersion version, ValidationResult.Text text, TimeZoneInfo zone)
    {
        var manuscript = text.Manuscript;
        var isChanged = past?.PublishedText is { } readersSaw && readersSaw != manuscript.Text;
        var change = isChanged ? version.Modified : next.Updated;
        var isNew = next.Id.Length == 0 && manuscript.Date is not null;
        next = next with
        {
            Content = text.Hash,
            Aliases = [.. manuscript.Aliases],
            PublishedText = manuscript.Text,
            SearchText = ContentHash.OfLines(text.SearchText),
            Updated = change is { } moment ? TimeZoneInfo.ConvertTime(moment, zone) : null,
            LastPage = manuscript.Page,
            FormerPages = FormerPages(past, manuscript.Page),
            Id = isNew ? NewId(manuscript.Path, manuscript.Date!.Value, next.IdsGiven) : next.Id,
            IdsGiven = isNew ? next.IdsGiven + 1 : next.IdsGiven,
        };
        var updated = manuscript.Updated ?? next.Updated;
        return Live(next, new PublishedItem
        {
            Path = manuscript.Path,
            Page = manuscript.Page,
            Accepted = text.Hash,
            Modified = past?.Live is { } live && live.Accepted == text.Hash ? live.Modified : version.Modified,
            Title = manuscript.Title,
            Lead = manuscript.Lead,
            LeadIsInBody = manuscript.LeadIsInBody,
            Date = manuscript.Date,
            Updated = updated is null || manuscript.Date is null || updated > manuscript.Date ? updated : null,
            Author = manuscript.Author,
            Topics = [.. manuscript.Topics],
            Image = manuscript.Image,
            ImageAlt = manuscript.ImageAlt,
            Language = manuscript.Language,
            Id = manuscript.Date is null ? "" : next.Id,
        });
    }

    /// <summary>The second article at one path, once the first is known by another, and those after it are numbered.</summary>
    private static string NewId(SourcePath path, DateTimeOffset date, int given) => string.Create(
        CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}:{path.Value}{(given == 0 ? "" : FormattableString.Invariant($"/{given + 1}"))}");

    private static PublishedItem AssetItem(SourceRecord? past, SourceVersion version, ValidationResult.Asset asset) => new()
    {
        Path = version.Path,
        Page = PageKey.Asset(version.Path),
        Accepted = asset.Hash,
        Modified = past?.Live is { } live && live.Accepted == asset.Hash ? live.Modified : version.Modified,
        Title = version.Path.FileName,
        ContentType = asset.ContentType,
        Picture = asset.Picture,
    };

    private static SourceRecord Live(SourceRecord next, PublishedItem item) =>
        next with { Live = item, Accepted = item.Accepted };

    private static EquatableList<PageKey> FormerPages(SourceRecord? past, PageKey page)
    {
        var former = (past?.FormerPages ?? []).Append(past?.LastPage).OfType<PageKey>().Where(p => p != page).Distinct();
        return [.. former.TakeLast(SourceRecord.MostFormerPages)];
    }
}
