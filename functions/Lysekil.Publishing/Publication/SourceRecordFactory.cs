using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Publication;

/// <summary>Makes a source's next record from its past one, its validated version and the time. Pure.</summary>
public static class SourceRecordFactory
{
    /// <summary>The most diagnostics of a record: a file with an error on each line must not outgrow its row.</summary>
    private const int MostDiagnostics = 20;

    /// <param name="past">The record that the index holds; <c>null</c> if it holds none.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="validation">The result of its validation.</param>
    /// <param name="owner">The other source that owns the wanted URL; <c>null</c> if this source may have it.</param>
    /// <param name="region">The site's time zone and language.</param>
    /// <param name="now">
    /// The current time: an article of a later date is scheduled. An article that is live stays so, even if this clock
    /// is behind the one that published it, and one that has expired stays so.
    /// </param>
    public static SourceRecord Create(
        SourceRecord? past,
        SourceVersion version,
        ValidationResult validation,
        SourcePath? owner,
        RegionalSettings region,
        DateTimeOffset now)
    {
        var mayBeRenamed = IdentityTransfer.IsPossible(past, validation);
        var lastLive = past is { LastPage: not null } ? past : null;
        var next = new SourceRecord
        {
            Path = version.Path,
            Seen = version.ETag,
            SeenModified = version.Modified,
            Changed = version.Modified,
            NewestTitle = TitleOf(validation) ?? past?.NewestTitle ?? "",
            Created = CreatedOf(past, version),
            Rules = SourceValidator.RulesVersion,
            TimeZone = region.TimeZone.Id,
            Language = region.Locale.Language,
            State = SourceState.Published,
            Diagnostics =
                [.. validation.Diagnostics.OrderBy(r => r.Severity != Severity.Refusal).Take(MostDiagnostics)],
            FatalPictures =
                (validation as ValidationResult.Text)?.FatalPictures ?? RecordedTrial.FatalOf(past),
            Earlier = past?.Earlier ?? [],
            FeedIdentity = past?.FeedIdentity ?? "",
            Content = mayBeRenamed ? validation.Content!.Hash : lastLive?.Content,
            RenameKeys = mayBeRenamed
                ? [.. IdentityTransfer.KeysOf((ValidationResult.Text)validation)]
                : lastLive?.RenameKeys ?? [],
            MayBeRenamed = mayBeRenamed,
            Id = past?.Id ?? "",
            IdsGiven = past?.IdsGiven ?? 0,
            PublishedText = past?.PublishedText,
            Updated = past?.Updated,
            LastPage = past?.LastPage,
            FormerPages = past?.FormerPages ?? [],
        };
        next = validation switch
        {
            ValidationResult.Refused => KeepLive(next, past, now),
            ValidationResult.SiteFile file => next with
            {
                Accepted = file.Hash,
                Earlier = EarlierOf(past, file.Hash),
                FeedIdentity = next.FeedIdentity.Length > 0 ? next.FeedIdentity : file.FeedIdentity,
            },
            ValidationResult.Asset asset => Live(next, AssetItem(past, version, asset)),
            ValidationResult.Text { Manuscript.IsDraft: true } => next with { State = SourceState.Draft },
            ValidationResult.Text { Manuscript: { Date: { } date, IsDateStated: true } article }
                when date > now && past?.Live?.Date != date => next with
                {
                    State = SourceState.Scheduled,
                    ScheduledFor = date,
                    ScheduledTitle = article.Title,
                    ScheduledPage = article.Page,
                },
            ValidationResult.Text text when owner is not null => Waiting(next, past, text, owner, now),
            ValidationResult.Text text => Published(next, past, version, text, region, now),
            _ => throw new ArgumentOutOfRangeException(nameof(validation)),
        };
        return next with { FormerDate = next.IsListed ? null : past?.FeedDate };
    }

    /// <summary>
    /// When the source was created. A source that was deleted, and whose identity was transferred, is a new one when it
    /// returns.
    /// </summary>
    public static DateTimeOffset CreatedOf(SourceRecord? past, SourceVersion version) =>
        past is null or { State: SourceState.Deleted, LastPage: null } ? version.Created : past.Created;

    /// <summary>The record of a source whose live version gives its URL up to another source.</summary>
    public static SourceRecord TakenDown(SourceRecord record) => record with
    {
        Live = null,
        Accepted = null,
        FormerDate = record.FeedDate,
        Expires = null,
        MainTopic = null,
        SearchText = null,
        Aliases = [],
        Anchors = [],
    };

    private static EquatableList<ContentHash> EarlierOf(SourceRecord? past, ContentHash accepted) =>
        past is { Path.Kind: SourceKind.Settings, Accepted: { } last } && last != accepted
            ? [.. past.Earlier.Prepend(last).Where(h => h != accepted).Take(SourceRecord.MostEarlier)]
            : past?.Earlier ?? [];

    private static string? TitleOf(ValidationResult validation) => validation switch
    {
        ValidationResult.Text text => text.Manuscript.Title,
        ValidationResult.Refused { Title: { Length: > 0 } title } => title,
        _ => null,
    };

    /// <summary>The record with the last good version, which expires at its own time.</summary>
    private static SourceRecord KeepLive(SourceRecord next, SourceRecord? past, DateTimeOffset now) => next with
    {
        State = SourceState.Refused,
        Accepted = past?.Accepted,
        Live = past is { Live: { } live, Expires: { } end } && end <= now ? live with { Expired = end } : past?.Live,
        Expires = past?.Expires <= now ? null : past?.Expires,
        MainTopic = past?.MainTopic,
        SearchText = past?.SearchText,
        Aliases = past?.Aliases ?? [],
        Anchors = past?.Anchors ?? [],
    };

    private static SourceRecord Waiting(
        SourceRecord next, SourceRecord? past, ValidationResult.Text text, SourcePath owner, DateTimeOffset now)
    {
        var wanted = text.Manuscript.Page;
        var waiting = KeepLive(next, past, now) with
        {
            WaitsFor = wanted,
            Diagnostics = [text.Place(DiagnosticCatalog.UrlTaken(wanted.Url, owner.Value)), .. next.Diagnostics],
        };
        return waiting.Live?.Page == wanted
            ? TakenDown(waiting)
            : waiting;
    }

    private static SourceRecord Published(
        SourceRecord next,
        SourceRecord? past,
        SourceVersion version,
        ValidationResult.Text text,
        RegionalSettings region,
        DateTimeOffset now)
    {
        var manuscript = text.Manuscript;
        var read = manuscript.HashOfText();
        var isChanged = past?.PublishedText is { } readersSaw && readersSaw != read;
        var change = isChanged ? version.Modified : next.Updated;
        var expired = manuscript.Expires is { } end && (end <= now || past?.Live?.Expired == end)
            ? manuscript.Expires
            : null;
        var isNew = next.Id.Length == 0 && manuscript.Date is not null;
        next = next with
        {
            Content = text.Hash,
            RenameKeys = [.. IdentityTransfer.KeysOf(text)],
            Expires = expired is null ? manuscript.Expires : null,
            MainTopic = manuscript.Date is null ? null : manuscript.Topics.FirstOrDefault()?.Slug,
            Aliases = [.. manuscript.Aliases],
            Anchors = PageAnchors.Kept(text.Body.Anchors),
            PublishedText = read,
            SearchText = ContentHash.OfLines(text.SearchText),
            Updated = change is { } moment ? TimeZoneInfo.ConvertTime(moment, region.TimeZone) : null,
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
            Expired = expired,
            Corrections = [.. manuscript.Corrections],
            Pin = manuscript.Date is null ? 0 : manuscript.Pin,
            Author = manuscript.Author,
            Authors = [.. Byline.Persons(manuscript.Author).Take(MostAuthors(manuscript))],
            Topics = [.. manuscript.Topics],
            Image = manuscript.Image,
            ImageAlt = manuscript.ImageAlt,
            ImageCaption = manuscript.ImageCaption,
            ImageCredit = manuscript.ImageCredit,
            ImageFocus = manuscript.ImageFocus,
            Language = manuscript.Language,
            TranslationOf = [.. manuscript.TranslationOf],
            Id = manuscript.Date is null ? "" : next.Id,
            Embedded = [.. text.Embedded],
        });
    }

    /// <summary>
    /// A commit has a row for each author and topic, and a stale row for each topic: the largest one must have room.
    /// </summary>
    private static int MostAuthors(Manuscript text) => text.Date is null
        ? 0
        : Math.Min(Manuscript.MostAuthors, 2 * (Manuscript.MostTopics - text.Topics.Count));

    /// <summary>
    /// A new identifier. A path whose identity was transferred numbers the articles that follow there.
    /// </summary>
    private static string NewId(SourcePath path, DateTimeOffset date, int given)
    {
        var number = given == 0 ? "" : FormattableString.Invariant($"/{given + 1}");
        return string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}:{path.Value}{number}");
    }

    private static PublishedItem AssetItem(
        SourceRecord? past, SourceVersion version, ValidationResult.Asset asset) => new()
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
        var former = (past?.FormerPages ?? [])
            .Append(past?.LastPage)
            .OfType<PageKey>()
            .Where(p => p != page)
            .Distinct();
        return [.. former.TakeLast(SourceRecord.MostFormerPages)];
    }
}
