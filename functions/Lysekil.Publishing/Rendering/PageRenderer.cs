using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Feeds;
using Lysekil.Publishing.Rendering.Pages;

namespace Lysekil.Publishing.Rendering;

/// <summary>Opens render passes, and keeps between them what never changes: the texts of accepted sources.</summary>
public sealed class PageRenderer(
    SiteIndex index, AcceptedSources accepted, SiteReader sites, PictureMaker pictures)
{
    private readonly FeedTexts _texts = new(accepted);

    /// <summary>Opens a pass, which reads the index from now on.</summary>
    /// <param name="pages">The pages that the pass renders: it shares the queries that several of them need.</param>
    /// <param name="cancellation">Cancels all work of the pass.</param>
    public RenderPass BeginPass(IEnumerable<PageKey> pages, CancellationToken cancellation) =>
        new(index, accepted, pictures, sites, _texts, pages, cancellation);
}
