using System.Security.Cryptography;
using System.Text;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Rendering.Templates;

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
    /// The hash of these data for the page's policy (Content Security Policy Level 3, section 2.3.1). Browsers do not
    /// ask for it, since a data block is no script (HTML, section 4.12.1); the Nu HTML checker warns where it is
    /// missing.
    /// </summary>
    public string StructuredDataHash =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StructuredData)));

    /// <summary>
    /// The absolute URL of the picture that other sites show with a link to the page: its own, or the site's;
    /// <c>null</c> if there is none.
    /// </summary>
    public string? Image =>
        (OwnImage ?? (site.Settings.ShareImage is { } shared ? PageKey.Asset(shared).Url : null)) is { } image
            ? site.Settings.Absolute(image)
            : null;

    /// <summary>What the picture shows; of the site's, its title.</summary>
    public string? ImageAlt => OwnImage is null ? site.Settings.Title : head.Article!.ImageAlt;

    /// <summary>The script that the page may run: that of search, or of sharing; nil for most pages.</summary>
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

    private string? OwnImage => head.Article?.ShownImage;
}

internal sealed record TranslationModel(string Language, string Url);
