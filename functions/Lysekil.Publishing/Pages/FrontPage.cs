using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Sites;

namespace Lysekil.Publishing.Pages;

/// <summary>The newest articles.</summary>
internal sealed class FrontPage(ArchiveIndex archive)
{
    private const int MostArticles = 15;

    public async Task<Rendering> RenderAsync(Site site, CancellationToken cancellation)
    {
        var articles = (await archive.LatestAsync(cancellation)).Take(MostArticles);
        return new Rendering(HtmlPage.Render(
            site,
            "front",
            new PageHead(site.Settings.Title, PageKey.Front, site.Settings.Description),
            ("articles", articles.Select(a => new CardModel(a)))));
    }
}
