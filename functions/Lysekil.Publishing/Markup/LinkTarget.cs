using Lysekil.Publishing.Articles;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Markup;

/// <summary>Where a link or a picture in a source leads, once read by the rules for links in the content container.</summary>
/// <param name="Url">What stands in the page: absolute, a path of the site, or a fragment.</param>
/// <param name="Asset">The source that it needs, where it is one of the site's own files.</param>
public sealed record LinkTarget(string Url, SourcePath? Asset)
{
    private static readonly string[] Schemes = ["https:", "http:", "mailto:", "tel:"];

    /// <summary>The target, or <c>null</c> where the link must not be followed.</summary>
    public static LinkTarget? Read(string url, SourcePath from, bool isImage)
    {
        var text = url.Trim();
        if (text.Length == 0 || text.Any(char.IsControl) || text.Contains('\\', StringComparison.Ordinal))
        {
            return null;
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

    /// <summary>Whether it names an article's file, which leads nowhere where the name has no date.</summary>
    public static bool IsArticle(string url, SourcePath from) =>
        !url.Contains(':', StringComparison.Ordinal) && Split(url.Trim()).Path is { Length: > 0 } path && from.Resolve(Uri.UnescapeDataString(path))?.Kind == SourceKind.Article;

    private static LinkTarget? OnSite(string text, SourcePath from, bool isImage)
    {
        var (path, tail) = Split(text);
        if (path.Length == 0)
        {
            return isImage ? null : new LinkTarget(text, null);
        }

        var source = from.Resolve(Uri.UnescapeDataString(path));
        var isPage = path.EndsWith('/') || source?.Extension is not { Length: > 0 };
        if (isPage)
        {
            return path[0] == '/' && !isImage ? new LinkTarget(Escape(path) + tail, null) : null;
        }

        return source!.Kind switch
        {
            SourceKind.Asset when AssetType.Of(source.Extension) is null => null,
            SourceKind.Asset when source.IsWellFormed => new LinkTarget(PageKey.Asset(source).Url + (isImage ? "" : tail), source),
            SourceKind.Article or SourceKind.StandingPage when !isImage =>
                ManuscriptAddress.FromName(source) is { } page ? new LinkTarget(page.Url + tail, null) : null,
            _ => path[0] == '/' && !isImage ? new LinkTarget(Escape(path) + tail, null) : null,
        };
    }

    private static (string Path, string Tail) Split(string url) =>
        url.AsSpan().IndexOfAny("?#") is >= 0 and var end ? (url[..end], url[end..]) : (url, "");

    private static string Escape(string path) =>
        string.Join('/', path.Split('/').Select(s => Uri.EscapeDataString(Uri.UnescapeDataString(s))));
}
