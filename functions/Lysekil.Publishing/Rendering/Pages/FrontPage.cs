using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>The newest articles.</summary>
internal sealed class FrontPage(SiteIndex index)
{
    private const int MostArticles = 15;

    public async Task<RenderResult> RenderAsync(Site site, CancellationToken cancellation)
    {
        var articles = (await index.LatestAsync(cancellation)).Take(MostArticles).ToList();
        return new RenderResult(HtmlPage.Render(
            site,
            "front",
            new PageHead(site.Settings.Title, PageKey.Front, site.Settings.Description),
            ("articles", articles.Select(a => new CardModel(a))),
            ("arranged", FrontArrangement.Of(articles).Select(a => new CardModel(a.Article, a.Place)))));
    }
}
