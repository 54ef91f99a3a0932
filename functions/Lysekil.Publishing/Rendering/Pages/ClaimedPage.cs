using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The page of a source: the article, standing page or asset that is live there, else the redirect of one that was,
/// else the redirect that the site's settings have for it, once the rebuild that they started has noted it in a row.
/// </summary>
internal sealed class ClaimedPage(
    SiteIndex index, AcceptedSources accepted, HeldMemory held, PicturePages pictures, Neighbours neighbours)
{
    private readonly Translations _translations = new(index);

    /// <param name="askingSite">Reads the site's settings and theme meanwhile.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellation">Cancels the rendering.</param>
    public async Task<RenderResult> RenderAsync(Task<Site> askingSite, PageKey page, CancellationToken cancellation)
    {
        var askingClaims = index.ClaimsOnAsync(page, cancellation);
        await Task.WhenAll(askingSite, askingClaims);
        var (site, claims) = (await askingSite, await askingClaims);
        if (First(claims, ClaimKind.Live) is { } live)
        {
            return new RenderResult(live switch
            {
                { ContentType: not null } => pictures.Render(live),
                { Date: { } date } => await RenderArticleAsync(askingSite, live, date, cancellation),
                _ => await RenderStandingPageAsync(askingSite, live, cancellation),
            })
            {
                Due = DueOf(live),
            };
        }

        if (First(claims, ClaimKind.Redirect) is { } target)
        {
            return RenderRedirect(site, new PageHead(target.Title, target.Page), target.Page.Url);
        }

        // R1: A page that redirects without the row would stay after the settings are gone.
        return site.Settings.Redirects.Find(page) is { To: var address }
            && await index.Table.FindAsync(IndexKeys.Redirect(page), cancellation) is not null
                ? RenderRedirect(site, new PageHead(address, page) { Address = address }, address)
                : RenderResult.Nothing;
    }

    private static RenderResult RenderRedirect(Site site, PageHead head, string address) =>
        new(HtmlPage.Render(site, "redirect", head, ("target_url", site.Settings.Absolute(address))));

    private async Task<RenderedPage> RenderArticleAsync(
        Task<Site> site, PublishedItem article, DateTimeOffset date, CancellationToken cancellation)
    {
        var reading = BodyAsync(article, cancellation);
        var askingNeighbours = article.Expired is null
            ? neighbours.OfAsync(article, date, cancellation)
            : Task.FromResult<(PublishedItem? Older, PublishedItem? Newer)>((null, null));
        var askingRelated = article.Expired is null
            ? RelatedArticles.AskAsync(index, article.Topics, date, article.Path, cancellation)
            : Task.FromResult(new List<PublishedItem>());
        var askingTranslations = _translations.OfAsync(site, article, cancellation);
        await Task.WhenAll(reading, askingNeighbours, askingRelated, askingTranslations);
        var (older, newer) = await askingNeighbours;
        return ArticlePage.OfArticle(
            await site, article, await reading, older, newer, await askingRelated, await askingTranslations);
    }

    private async Task<RenderedPage> RenderStandingPageAsync(
        Task<Site> site, PublishedItem standing, CancellationToken cancellation)
    {
        var reading = BodyAsync(standing, cancellation);
        var askingTranslations = _translations.OfAsync(site, standing, cancellation);
        await Task.WhenAll(reading, askingTranslations);
        return ArticlePage.OfStandingPage(await site, standing, await reading, await askingTranslations);
    }

    private Task<MarkdownText> BodyAsync(PublishedItem item, CancellationToken cancellation) =>
        accepted.ReadTextAsync(item.Path, item.Accepted, item.Day, held, cancellation);

    /// <summary>When the page could first be live; not known of a picture that a text holds.</summary>
    private static DateTimeOffset? DueOf(PublishedItem live) =>
        live.Expired ?? (live.Modified == default ? null : live.Date > live.Modified ? live.Date : live.Modified);

    /// <summary>The claim of the source with the smallest path.</summary>
    private static PublishedItem? First(IEnumerable<Claim> claims, ClaimKind kind) =>
        claims.Where(c => c.Kind == kind).MinBy(c => c.Path)?.Live;
}
