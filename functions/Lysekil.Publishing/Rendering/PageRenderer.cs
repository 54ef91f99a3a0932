using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Feeds;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering;

/// <summary>Begins to render pages, one look at the archive after the other; what never changes it keeps from one to the next.</summary>
public sealed class PageRenderer(SiteIndex index, AcceptedSources accepted, SiteReader sites)
{
    private readonly FeedTexts _texts = new(accepted);

    /// <summary>Looks at the archive from now on.</summary>
    /// <param name="pages">All that is to be rendered: some need what others ask for anyway.</param>
    /// <param name="cancellation">Ends the work.</param>
    public PageRendering Begin(IEnumerable<PageKey> pages, CancellationToken cancellation) =>
        new(index.Through(table => new MemoizingTable(table)), accepted, sites, _texts, pages, cancellation);
}
