using AngleSharp.Dom;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Html;

/// <summary>Writes figures and galleries: pictures on one line, each with its caption.</summary>
internal static class HtmlFigures
{
    public static bool IsGallery(IElement element) =>
        element.ClassList.Any(c => c.Contains("gallery", StringComparison.Ordinal))
        && element.QuerySelector("img") is not null;

    /// <summary>The pictures; <c>null</c> if the element is none of pictures alone.</summary>
    public static string? Write(IElement element, IHtmlTargets targets)
    {
        var pictures = element.QuerySelectorAll("img[src]").Where(i => i.GetAttribute("src")!.Length > 0).ToList();
        if (pictures.Count == 0 || element.QuerySelector("table, iframe, video, audio, pre, blockquote") is not null)
        {
            return null;
        }

        var written = pictures.Select(p => MarkdownEscape.Picture(
            p.GetAttribute("alt") ?? "", targets.Picture(p.GetAttribute("src")!), CaptionOf(p, element)));
        var own = pictures.Count > 1 ? CaptionWithin(element) : null;
        var below = own is null ? "" : "\n\n" + MarkdownEscape.Paragraph(MarkdownEscape.Text(own));
        return string.Join(' ', written) + below;
    }

    /// <summary>The caption of a picture's own figure, or of its item in a gallery.</summary>
    private static string? CaptionOf(IElement picture, IElement figure)
    {
        for (var at = picture.ParentElement; at is not null; at = at.ParentElement)
        {
            var isOwn = at.QuerySelectorAll("img").Length == 1;
            if (isOwn && CaptionWithin(at) is { } caption)
            {
                return caption;
            }

            if (!isOwn || at == figure)
            {
                return null;
            }
        }

        return null;
    }

    private static string? CaptionWithin(IElement element) =>
        element.Children.FirstOrDefault(c => c.LocalName == "figcaption" || c.ClassList.Contains("wp-caption-text"))
            ?.TextContent.Trim() is { Length: > 0 } caption
                ? caption
                : null;
}
