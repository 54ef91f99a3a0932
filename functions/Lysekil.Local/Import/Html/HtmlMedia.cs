using AngleSharp.Dom;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Html;

/// <summary>Writes films and sounds as links: the address of a film on a line of its own becomes a card.</summary>
internal static class HtmlMedia
{
    /// <returns>The link as a block; <c>null</c> if nothing is left.</returns>
    public static string? Write(IElement element, IHtmlTargets targets, Action<string> lost)
    {
        var url = element.GetAttribute("src") ?? element.QuerySelector("source")?.GetAttribute("src");
        if (string.IsNullOrWhiteSpace(url))
        {
            lost(HtmlElements.LossOf(element));
            return null;
        }

        if (element.LocalName != "iframe")
        {
            var name = url.Split('?')[0].Split('/')[^1];
            return $"[{MarkdownEscape.Text(name)}]({MarkdownEscape.Url(targets.Link(url))})";
        }

        var absolute = url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url;
        if (!Uri.TryCreate(absolute, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            lost(HtmlElements.LossOf(element));
            return null;
        }

        if (FilmOf(uri) is { } film)
        {
            return film;
        }

        lost($"A frame that showed a part of {uri.Host} is a link now.");
        return $"<{uri.AbsoluteUri}>";
    }

    /// <summary>The page of a film that is embedded; <c>null</c> if the frame shows something else.</summary>
    private static string? FilmOf(Uri frame) => (frame.Host, frame.Segments) switch
    {
        ("www.youtube.com" or "youtube.com" or "www.youtube-nocookie.com", ["/", "embed/", var id]) =>
            $"https://www.youtube.com/watch?v={id}",
        ("player.vimeo.com", ["/", "video/", var id]) => $"https://vimeo.com/{id}",
        _ => null,
    };
}
