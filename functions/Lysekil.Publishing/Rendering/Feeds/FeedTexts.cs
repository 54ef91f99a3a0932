using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>
/// The full texts of feeds' articles. The texts of earlier feeds are cached, since an accepted content never changes: a
/// publish reads one text, and not twenty for each feed. Safe for several threads.
/// </summary>
internal sealed class FeedTexts(AcceptedSources accepted)
{
    /// <summary>The size of the cache, some ten megabytes of texts.</summary>
    private const int MostKept = 2_000;

    private readonly Lock _lock = new();
    private Dictionary<Key, string> _kept = [];

    /// <summary>All that a text with absolute addresses depends on.</summary>
    private readonly record struct Key(
        SourcePath Path, ContentHash Accepted, DateOnly? Day, string Url, Locale Locale);

    /// <param name="settings">The site's settings.</param>
    /// <param name="articles">The feed's articles, each with its absolute URL.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>
    /// For each article its text, as HTML with absolute addresses, without pictures that are missing.
    /// </returns>
    public async Task<IReadOnlyList<string>> ReadAsync(
        SiteSettings settings,
        IReadOnlyList<(PublishedItem Article, string Url)> articles,
        CancellationToken cancellation)
    {
        var keys = articles.Select(a => KeyOf(a.Article, a.Url, settings.LocaleOf(a.Article.Language))).ToList();
        var texts = await Task.WhenAll(
            keys.Select(k => Kept(k) is { } known ? Task.FromResult(known) : TextAsync(k, cancellation)));
        lock (_lock)
        {
            _kept = _kept.Count + articles.Count > MostKept ? [] : _kept;
            foreach (var (key, text) in keys.Zip(texts))
            {
                _kept[key] = text;
            }
        }

        return
        [
            .. articles.Zip(texts, (a, text) => (Text: text, a.Article.Assets, Page: new Uri(a.Url)))
                .Select(a => PictureMarkup.WithoutMissing(
                    FallbackAddresses.In(a.Text, a.Assets, a.Page), a.Assets, a.Page)),
        ];
    }

    private static Key KeyOf(PublishedItem article, string url, Locale locale) =>
        new(article.Path, article.Accepted, article.Day, url, locale);

    private string? Kept(Key key)
    {
        lock (_lock)
        {
            return _kept.GetValueOrDefault(key);
        }
    }

    private async Task<string> TextAsync(Key key, CancellationToken cancellation) =>
        (await accepted.ReadTextAsync(key.Path, key.Accepted, key.Day, cancellation))
            .ToHtml(new Uri(key.Url), key.Locale);
}
