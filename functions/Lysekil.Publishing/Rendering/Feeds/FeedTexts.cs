using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>
/// The full texts of feeds' articles. The texts of earlier feeds are cached, since an accepted content never changes: a
/// publish reads one text, and not twenty for each feed. Safe for several threads.
/// </summary>
internal sealed class FeedTexts(AcceptedSources accepted)
{
    /// <summary>The size of the cache in bytes: some two thousand texts.</summary>
    private const int MostBytes = 10 << 20;

    /// <summary>In bytes; longer texts are few, and read anew.</summary>
    private const int MostBytesOfOne = 256 << 10;

    private readonly BoundedCache<Key, string> _texts = new(MostBytes, MostBytesOfOne);

    /// <summary>All that a text with absolute addresses depends on.</summary>
    private readonly record struct Key(
        SourcePath Path, ContentHash Accepted, DateOnly? Day, string Url, Locale Locale);

    /// <param name="settings">The site's settings.</param>
    /// <param name="articles">The feed's articles, each with its absolute URL.</param>
    /// <param name="held">Counts what is read.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>
    /// For each article its text, as HTML with absolute addresses, without pictures that are missing.
    /// </returns>
    public async Task<IReadOnlyList<string>> ReadAsync(
        SiteSettings settings,
        IReadOnlyList<(PublishedItem Article, string Url)> articles,
        HeldMemory held,
        CancellationToken cancellation)
    {
        var keys = articles.Select(a => KeyOf(a.Article, a.Url, settings.LocaleOf(a.Article.Language))).ToList();
        var texts = await Task.WhenAll(keys.Select(
            k => _texts.Find(k) is { } known ? Task.FromResult(known) : TextAsync(k, held, cancellation)));
        foreach (var (key, text) in keys.Zip(texts))
        {
            _texts.Add(key, text, sizeof(char) * text.Length);
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

    private async Task<string> TextAsync(Key key, HeldMemory held, CancellationToken cancellation) =>
        (await accepted.ReadTextAsync(key.Path, key.Accepted, key.Day, held, cancellation))
            .ToHtml(new Uri(key.Url), key.Locale);
}
