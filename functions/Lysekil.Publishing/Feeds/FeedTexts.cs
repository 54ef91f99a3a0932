using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Articles;
using Lysekil.Publishing.Publication;

namespace Lysekil.Publishing.Feeds;

/// <summary>
/// The full texts of feeds' articles: those of the last feeds are kept for the next, since what was accepted never changes, and of
/// a feed's articles mostly one is new. So a publish reads one text, and not twenty for each feed. Safe for several threads.
/// </summary>
internal sealed class FeedTexts(AcceptedSources accepted)
{
    /// <summary>A few megabytes of texts.</summary>
    private const int MostKept = 500;

    private volatile IReadOnlyDictionary<(Listing Article, string Url), string> _last = new Dictionary<(Listing, string), string>();

    /// <param name="articles">All of a feed's articles, each with its absolute address.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A text for each, in HTML with absolute addresses.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<(Listing Article, string Url)> articles, CancellationToken cancellation)
    {
        var last = _last;
        var texts = await Task.WhenAll(articles.Select(a => last.TryGetValue(a, out var known) ? Task.FromResult(known) : TextAsync(a, cancellation)));
        var kept = articles.Zip(texts).ToDictionary(t => t.First, t => t.Second);
        foreach (var (article, text) in last.Take(MostKept - kept.Count))
        {
            kept.TryAdd(article, text);
        }

        _last = kept;
        return texts;
    }

    private async Task<string> TextAsync((Listing Article, string Url) item, CancellationToken cancellation) =>
        (await AcceptedText.ReadAsync(accepted, item.Article, cancellation)).ToHtml(new Uri(item.Url));
}
