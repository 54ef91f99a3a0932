using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fluid;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Microsoft.Extensions.FileProviders;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// The variables of templates. Templates write members with underscores: <c>article.lead_in_body</c>.
/// </summary>
internal static class PageModels
{
    /// <summary>The limit of statements that a template may execute on one page.</summary>
    public const int MostSteps = 200_000;

    /// <summary>The same for all themes, and registered once, since each registration uses reflection.</summary>
    private static readonly MemberAccessStrategy Members = RegisteredMembers();

    /// <param name="files">The templates that others include.</param>
    /// <param name="isLimited">Whether a site's own templates are among them, which may take too much.</param>
    /// <param name="locale">The language in which the engine's own words and dates are written.</param>
    public static TemplateOptions Options(IFileProvider files, bool isLimited, Locale locale)
    {
        var options = new TemplateOptions
        {
            FileProvider = files,
            MemberAccessStrategy = Members,
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            Now = () => DateTimeOffset.UnixEpoch, // R3: pages do not depend on the clock.
            MaxSteps = MostSteps,
        };
        LocaleOptions.AddTo(options, locale);
        if (isLimited)
        {
            options.TemplateParsed = (_, template) => TemplateLimits.On(template);
            TemplateLimits.Limit(options.Filters);
        }

        return options;
    }

    private static DefaultMemberAccessStrategy RegisteredMembers()
    {
        var members = new DefaultMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.SnakeCase };
        foreach (var type in new[]
        {
            typeof(SiteModel), typeof(MenuEntry), typeof(PageHeadModel), typeof(CardModel), typeof(PictureModel),
            typeof(TopicLink), typeof(ShownDate), typeof(FrontSection), typeof(BylinePart), typeof(CorrectionModel),
            typeof(HeadlineModel), typeof(PeriodModel),
            typeof(TranslationModel), typeof(ContactModel), typeof(AnalyticsModel),
        })
        {
            members.Register(type);
        }

        return members;
    }
}

/// <summary><c>site</c></summary>
internal sealed class SiteModel(Site site)
{
    public string Title => site.Settings.Title;

    public string Description => site.Settings.Description;

    public string Language => site.Settings.Language;

    public IEnumerable<MenuEntry> Menu => site.Settings.Menu;

    /// <summary>The path of the picture in place of the title; nil if there is none.</summary>
    public string? Logo => site.Settings.Logo is { } logo ? PageKey.Asset(logo).Url : null;

    /// <summary>The site's own part of the footer, as sanitised HTML; empty if there is none.</summary>
    public string Footer => site.Settings.Footer;

    /// <summary>The person who is responsible for what is published; nil if the settings name none.</summary>
    public string? Publisher => site.Settings.Publisher;

    /// <summary>How to reach the editors; nil if the settings do not tell.</summary>
    public ContactModel? Contact =>
        site.Settings.Contact == SiteContact.None ? null : new ContactModel(site.Settings.Contact);

    public IEnumerable<MenuEntry> Social => site.Settings.Social;

    /// <summary>The service that counts visits; nil if there is none.</summary>
    public AnalyticsModel? Analytics =>
        site.Settings.Analytics is { } service ? new AnalyticsModel(service) : null;

    public string StyleUrl => site.Theme.StyleSheetPage.Url;
}

/// <summary>How to reach the editors; nil where there is no such way.</summary>
internal sealed class ContactModel(SiteContact contact)
{
    public string? Email => contact.Email;

    public string? Phone => contact.Phone;

    /// <summary>The number without spaces and signs, for a link (RFC 3966).</summary>
    public string? PhoneUrl => contact.Phone is { } phone
        ? "tel:" + string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'))
        : null;

    public string? Address => contact.Address;
}

/// <summary>A service that counts visits.</summary>
internal sealed class AnalyticsModel(SiteAnalytics service)
{
    public string ScriptUrl => service.Script;

    /// <summary>The address to which the script sends what it counts.</summary>
    public string CollectorUrl => service.Collector;

    /// <summary>The attribute by which the script is told of the site.</summary>
    public string Attribute => service.Attribute;

    public string Value => service.Value;
}

/// <summary><c>page</c>: the page as a whole.</summary>
internal sealed class PageHeadModel(Site site, PageHead head)
{
    public string Title => head.Title;

    /// <summary>The title of the browser's tab.</summary>
    public string FullTitle =>
        head.Page == PageKey.Front ? site.Settings.Title : $"{head.Title} – {site.Settings.Title}";

    public string Description => head.Description;

    public string Url => head.Address ?? head.Page.Url;

    public string Canonical => site.Settings.Absolute(Url);

    public string Language => head.Language ?? site.Settings.Language;

    /// <summary>Whether the page shows an article, and not a list or a standing page.</summary>
    public bool IsArticle => head.Article is { Date: not null, Expired: null };

    /// <summary>The structured data of an article (JSON-LD), for search engines.</summary>
    public string StructuredData { get; } = head.Article is { Date: not null, Expired: null } article
        ? Templates.StructuredData.Of(site.Settings, article)
        : "";

    /// <summary>
    /// The hash of these data for the page's policy (Content Security Policy Level 3, section 2.3.1); checkers require
    /// it.
    /// </summary>
    public string StructuredDataHash =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StructuredData)));

    /// <summary>
    /// The absolute URL of the picture that other sites show with a link to the page; <c>null</c> if it has none.
    /// </summary>
    public string? Image => head.Article?.ShownImage is { } image ? site.Settings.Absolute(image) : null;

    public string? ImageAlt => head.Article?.ImageAlt;

    /// <summary>The script that the page may run; nil for all pages except search.</summary>
    public string? ScriptUrl => head.Script?.Url;

    /// <summary>The feed of what the page lists; nil if there is none.</summary>
    public string? FeedUrl => head.Feed?.Url;

    /// <summary>
    /// The page in each of its languages, itself first, as HTML's <c>hreflang</c> wants them; empty for a page in one.
    /// </summary>
    public IEnumerable<TranslationModel> Translations => head.Translations.Count == 0
        ? []
        : head.Translations
            .Select(t => new TranslationModel(
                t.Language ?? site.Settings.Language, site.Settings.Absolute(t.Page.Url)))
            .Prepend(new TranslationModel(Language, Canonical));

    /// <summary>Whether search engines should ignore the page.</summary>
    public bool IsUnlisted => head.Page == PageKey.NotFound || head.Article is { Expired: not null };
}

/// <summary>An article or a standing page, in lists and on its own page.</summary>
internal sealed class CardModel(PublishedItem item, CardPlace place = CardPlace.Plain)
{
    public string Url => item.Page.Url;

    public string Title => item.Title;

    public string Lead => item.Lead;

    public bool LeadInBody => item.LeadIsInBody;

    /// <summary>Shown as a <see cref="ShownDate"/>, as every date of a model.</summary>
    public DateTimeOffset? Date => item.Date;

    public DateTimeOffset? Updated => item.Updated;

    /// <summary>When the text left lists and search; nil if it has not.</summary>
    public DateTimeOffset? Expired => item.Expired;

    public IEnumerable<CorrectionModel> Corrections => item.Corrections.Select(c => new CorrectionModel(c));

    public string? Author => item.Author;

    /// <summary>
    /// The author in parts, of which a person's name has the path of the person's page. A text that has expired has no
    /// such links: it may have been the only one there.
    /// </summary>
    public IEnumerable<BylinePart> Byline
    {
        get
        {
            var (byline, at) = (item.Author ?? "", 0);
            foreach (var author in item.Expired is null ? item.Authors : [])
            {
                if (byline.IndexOf(author.Name, at, StringComparison.Ordinal) is >= 0 and var start)
                {
                    yield return new BylinePart(byline[at..start], null);
                    yield return new BylinePart(author.Name, PageKey.Author(author.Slug).Url);
                    at = start + author.Name.Length;
                }
            }

            yield return new BylinePart(byline[at..], null);
        }
    }

    /// <summary>None of a text that has expired: it may have been the only one on its topic's page.</summary>
    public IEnumerable<TopicLink> Topics => item.Expired is not null
        ? []
        : item.Topics.Select(t => new TopicLink(t.Name, PageKey.Topic(t.Slug).Url));

    public string? Image => item.ShownImage;

    public string? ImageAlt => item.ImageAlt;

    public string? ImageCaption => item.ImageCaption;

    public string? ImageCredit => item.ImageCredit;

    /// <summary>The lead picture; <c>null</c> if it is not one of the site's own.</summary>
    public PictureModel? Picture => item.LeadAsset is { Picture: not null } asset ? new PictureModel(asset) : null;

    /// <summary>
    /// The class of the style sheet by which lists crop the lead picture; empty for one that is cropped in its middle.
    /// </summary>
    public string Crop
    {
        get
        {
            var picture = item.LeadAsset?.Picture;
            var (width, height) = picture?.Shown ?? UsualSize;
            var focus = item.ImageFocus ?? picture?.Focus ?? FocalPoint.Centre;
            var place = PictureCrop.PlaceAround(focus, width, height);
            return place == PictureCrop.Middle ? "" : string.Create(CultureInfo.InvariantCulture, $"f{place}");
        }
    }

    public string? Language => item.Language;

    /// <summary>Whether the card and the next one share a slot of the front page.</summary>
    public bool BeginsPair => place == CardPlace.FirstOfPair;

    public bool EndsPair => place == CardPlace.LastOfPair;

    /// <summary>Whether the card has a row of the front page to itself, and no picture.</summary>
    public bool IsAlone => place == CardPlace.Alone;

    /// <summary>Taken for the size of other sites' pictures, of which only the address is known.</summary>
    private static (int Width, int Height) UsualSize => (4, 3);
}

/// <summary>One of the site's own pictures.</summary>
internal sealed class PictureModel(UsedAsset asset)
{
    /// <summary>The value of the attribute <c>srcset</c>; empty if there are no copies.</summary>
    public string Copies => PictureMarkup.CopiesOf(asset);

    public int Width => asset.Picture!.Shown.Width;

    public int Height => asset.Picture!.Shown.Height;

    public string Tint => asset.Picture!.Tint.Name;
}

/// <summary>A correction of a text.</summary>
internal sealed class CorrectionModel(Correction correction)
{
    public DateTimeOffset Date => correction.Date;

    public string Text => correction.Text;
}

/// <summary>A part of a byline: a name with the path of its page, or other words without.</summary>
internal sealed record BylinePart(string Name, string? Url);

/// <summary>A section of the front page: a topic with its newest articles that are not above it.</summary>
internal sealed record FrontSection(string Name, string Url, IReadOnlyList<CardModel> Articles);

internal sealed record TopicLink(string Name, string Url);

internal sealed record TranslationModel(string Language, string Url);

internal sealed class HeadlineModel(Headline headline)
{
    public string Title => headline.Title;

    public string Url => headline.Page.Url;

    public DateTimeOffset Date => headline.Date;
}

/// <summary>A month of a year, a year of the news archive, or a topic.</summary>
internal sealed record PeriodModel(
    string Name, string Url, int Count, IEnumerable<HeadlineModel> Headlines, IEnumerable<PeriodModel> Parts);
