using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>What a page says of itself to browsers and search engines.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Page">Which page it is.</param>
/// <param name="Description">Plain text; may be empty.</param>
/// <param name="Language">A language tag where it is not the site's.</param>
/// <param name="Script">The script that it may run; <c>null</c>, as for all pages but search: none.</param>
/// <param name="Feed">The feed of what it lists, besides the site's.</param>
/// <param name="Article">The article or standing page that it shows; <c>null</c> for any other page.</param>
internal sealed record PageHead(
    string Title, PageKey Page, string Description = "", string? Language = null, PageKey? Script = null, PageKey? Feed = null, PublishedItem? Article = null)
{
    public static PageHead Of(PublishedItem article) => new(article.Title, article.Page, article.Lead, article.Language, Article: article);
}
