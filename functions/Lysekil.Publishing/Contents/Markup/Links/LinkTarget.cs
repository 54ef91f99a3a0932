using System.Buffers;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Markup.Links;

/// <summary>The target of a link or a picture in a source.</summary>
/// <param name="Url">The address on the page: absolute, a path of the site, or a fragment.</param>
/// <param name="Asset">The site's own file that it needs; <c>null</c> for any other target.</param>
public sealed record LinkTarget(string Url, SourcePath? Asset)
{
    private static readonly string[] Schemes = ["https:", "http:", "mailto:", "tel:"];

    private static readonly SearchValues<char> NeverInUrls = SearchValues.Create(
        ['\\', .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl)]);

    /// <summary>The host of an address that is not of the site; <c>null</c> for any other target.</summary>
    public string? Host =>
        Url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(Url, UriKind.Absolute, out var url)
            ? url.Host
            : null;

    /// <summary>Resolves an address; <c>null</c> if it must not be followed.</summary>
    public static LinkTarget? Read(string url, SourcePath from, bool isImage)
    {
        var text = url.Trim();
        if (text.Length == 0 || text.AsSpan().ContainsAny(NeverInUrls))
        {
            return null;
        }

        if (isImage && EmbeddedPicture.NameIn(text) is { } embedded)
        {
            var path = EmbeddedPicture.PathIn(from, embedded);
            return new LinkTarget(PageKey.Asset(path).Url, path);
        }

        if (text[0] == '#')
        {
            return isImage ? null : new LinkTarget(text, null);
        }

        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            text = "https:" + text;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && text.AsSpan(0, colon).IndexOfAny("/?#") < 0)
        {
            var allowed = isImage ? Schemes.AsSpan(0, 2) : Schemes;
            foreach (var scheme in allowed)
            {
                if (text.AsSpan(0, colon + 1).Equals(scheme, StringComparison.OrdinalIgnoreCase))
                {
                    return Uri.TryCreate(text, UriKind.Absolute, out _) ? new LinkTarget(text, null) : null;
                }
            }

            return null;
        }

        return OnSite(text, from, isImage);
    }

    /// <summary>
    /// Whether the address names an article's file; without a date in its name, such a link cannot be resolved.
    /// </summary>
    public static bool IsArticle(string url, SourcePath from) =>
        !url.Contains(':', StringComparison.Ordinal)
            && Split(url.Trim()).Path is { Length: > 0 } path
            && from.Resolve(Uri.UnescapeDataString(path))?.Kind == SourceKind.Article;

    private static LinkTarget? OnSite(string url, SourcePath from, bool isImage)
    {
        var (path, tail) = Split(url);
        if (path.Length == 0)
        {
            return isImage ? null : new LinkTarget(url, null);
        }

        var page = path[0] == '/' && !isImage ? new LinkTarget(Escape(path) + tail, null) : null;
        if (path.EndsWith('/') || from.Resolve(Uri.UnescapeDataString(path)) is not { Extension.Length: > 0 } named)
        {
            return page;
        }

        // Nothing but texts can lie beside a standing page.
        var source = named.Kind == SourceKind.Misplaced ? named.Fallback ?? named : named;
        return source.Kind switch
        {
            SourceKind.Asset when AssetType.Of(source.Extension) is null => null,
            SourceKind.Asset when source.IsWellFormed =>
                new LinkTarget(PageKey.Asset(source).Url + (isImage ? "" : tail), source),
            SourceKind.Article or SourceKind.StandingPage when !isImage =>
                ManuscriptAddress.FromName(source) is { } text ? new LinkTarget(text.Url + tail, null) : null,
            _ => page,
        };
    }

    private static (string Path, string Tail) Split(string url) =>
        url.AsSpan().IndexOfAny("?#") is >= 0 and var end ? (url[..end], url[end..]) : (url, "");

    private static string Escape(string path) => UrlPath.IsPlain(path) ? path :
        string.Join('/', path.Split('/').Select(s => Uri.EscapeDataString(Uri.UnescapeDataString(s))));
}
