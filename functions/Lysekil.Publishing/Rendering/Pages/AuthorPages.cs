using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The pages of authors: the newest articles of each, as many as a feed of the site has, at any size of the news
/// archive (R5).
/// </summary>
internal sealed class AuthorPages(SiteIndex index)
{
    public async Task<RenderResult> RenderAsync(Site site, Slug author, CancellationToken cancellation)
    {
        var articles = await index.LatestByAsync(author, cancellation);
        if (articles.Count == 0)
        {
            return RenderResult.Nothing;
        }

        var name = articles[0].Authors.First(a => a.Slug == author).Name;
        return new RenderResult(HtmlPage.Render(
            site,
            "author",
            new PageHead(
                name,
                PageKey.Author(author),
                site.Settings.Locale.Text("author.description", ("author", name)),
                Feed: PageKey.AuthorFeed(author)),
            ("author", new TopicLink(name, PageKey.Author(author).Url)),
            ("email", site.Settings.Authors.GetValueOrDefault(author)),
            ("articles", articles.Select(a => new CardModel(a)))));
    }
}
