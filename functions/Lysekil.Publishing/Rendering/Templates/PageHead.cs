using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>The metadata of a page, for browsers and search engines.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Page">The page.</param>
/// <param name="Description">Plain text; may be empty.</param>
/// <param name="Language">A language tag; <c>null</c> if the language is the site's.</param>
/// <param name="Script">
/// The script that the page may run: that of search, or of sharing; <c>null</c> for most pages.
/// </param>
/// <param name="Feed">The feed of what the page lists, in addition to the site's; <c>null</c> if there is none.</param>
/// <param name="Article">The article or standing page on the page; <c>null</c> for any other page.</param>
internal sealed record PageHead(
    string Title,
    PageKey Page,
    string Description = "",
    string? Language = null,
    PageKey? Script = null,
    PageKey? Feed = null,
    PublishedItem? Article = null)
{
    /// <summary>
    /// The address that a redirect leads to, in place of the page's: a path or an absolute URL; <c>null</c> for any
    /// other page.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>The texts that say the same in other languages.</summary>
    public IReadOnlyList<PublishedItem> Translations { get; init; } = [];

    public static PageHead Of(PublishedItem article) =>
        new(article.Title, article.Page, article.Lead, article.Language, Article: article);
}
