using AngleSharp.Dom;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Html;

/// <summary>Writes figures and galleries: pictures on one line, each with its caption.</summary>
internal static class HtmlFigures
{
    public static bool IsGallery(IElement element) =>
        element.ClassList.Any(c => c.Contains("gallery", StringComparison.Ordinal))
        && element.QuerySelector("img") is not null;

    /// <summary>
    /// The pictures with their captions; <c>null</c> if the element shows anything else, such as a table or words.
    /// </summary>
    public static string? Write(IElement element, IHtmlTargets targets)
    {
        var pictures = element.QuerySelectorAll("img[src]").Where(i => i.GetAttribute("src")!.Length > 0).ToList();
        if (pictures.Count == 0 || element.QuerySelector("table, iframe, video, audio, pre, blockquote") is not null)
        {
            return null;
        }

        var captions = pictures.ConvertAll(p => CaptionOf(p, element));
        var own = pictures.Count > 1 ? CaptionWithin(element) : null;
        if (HasWordsBeside([.. captions.Append(own).OfType<IElement>()], element))
        {
            return null;
        }

        var written = pictures.Zip(captions, (picture, caption) => MarkdownEscape.Picture(
            picture.GetAttribute("alt") ?? "",
            targets.Picture(picture.GetAttribute("src")!),
            caption?.TextContent.Trim()));
        var below = own is null ? "" : "\n\n" + MarkdownEscape.Paragraph(MarkdownEscape.Text(own.TextContent.Trim()));
        return string.Join(' ', written) + below;
    }

    /// <summary>Whether readers see words in the figure that are in none of the captions.</summary>
    private static bool HasWordsBeside(HashSet<IElement> captions, INode figure) => figure.ChildNodes.Any(n =>
        n is IText text
            ? !string.IsNullOrWhiteSpace(text.Data)
            : n is IElement element
                && !captions.Contains(element)
                && !HtmlElements.IsUnseen(element)
                && HasWordsBeside(captions, element));

    /// <summary>The caption of a picture's own figure, or of its item in a gallery.</summary>
    private static IElement? CaptionOf(IElement picture, IElement figure)
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

    private static IElement? CaptionWithin(IElement element) =>
        element.Children.FirstOrDefault(c =>
            (c.LocalName == "figcaption" || c.ClassList.Contains("wp-caption-text"))
            && !string.IsNullOrWhiteSpace(c.TextContent));
}
