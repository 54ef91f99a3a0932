using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Sharing;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>The page of an article or a standing page, of what is given alone. Pure.</summary>
internal static class ArticlePage
{
    /// <param name="site">The site's settings and theme.</param>
    /// <param name="article">The article; not a standing page.</param>
    /// <param name="body">Its text.</param>
    /// <param name="older">The article before it; <c>null</c> if there is none.</param>
    /// <param name="newer">The article after it; <c>null</c> if there is none.</param>
    /// <param name="related">The candidates of its related articles.</param>
    /// <param name="translations">The texts that say the same in other languages.</param>
    public static RenderedPage OfArticle(
        Site site,
        PublishedItem article,
        MarkdownText body,
        PublishedItem? older,
        PublishedItem? newer,
        IEnumerable<PublishedItem> related,
        IReadOnlyList<PublishedItem>? translations = null) =>
        HtmlPage.Render(
            site,
            "article",
            PageHead.Of(article) with
            {
                Translations = translations ?? [],
                Script = site.Settings.Share && article.Expired is null ? ShareScript.Page : null,
            },
            ("article", new CardModel(article)),
            ("html", Html(site, article, body)),
            ("older", Card(older)),
            ("newer", Card(newer)),
            ("related", RelatedArticles.Shown(related, older).Select(r => new CardModel(r)).ToArray()),
            ("month", new TopicLink(
                site.Settings.Locale.NameOf(article.Month!.Value), PageKey.Month(article.Month.Value).Url)));

    public static RenderedPage OfStandingPage(
        Site site, PublishedItem standing, MarkdownText body, IReadOnlyList<PublishedItem>? translations = null) =>
        HtmlPage.Render(
            site,
            "standing-page",
            PageHead.Of(standing) with { Translations = translations ?? [] },
            ("article", new CardModel(standing)),
            ("html", Html(site, standing, body)));

    private static string Html(Site site, PublishedItem item, MarkdownText body) => PictureMarkup.In(
        body.ToHtml(locale: site.Settings.LocaleOf(item.Language)), [.. item.Files], site.Settings.Locale);

    private static CardModel? Card(PublishedItem? item) => item is null ? null : new CardModel(item);
}
