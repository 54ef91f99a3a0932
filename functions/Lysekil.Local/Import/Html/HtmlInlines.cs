using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Html;

/// <summary>Reads inline HTML: emphasis, links, pictures and line breaks.</summary>
/// <param name="targets">Where links and pictures lead.</param>
/// <param name="lost">Is told, in a sentence, what no Markdown can show.</param>
/// <param name="isClassic">Whether a line end in the source is a line break, as in WordPress's classic editor.</param>
internal sealed partial class HtmlInlines(IHtmlTargets targets, Action<string> lost, bool isClassic)
{
    public void Read(INode node, InlineMarkdown into, SpanStyles style = SpanStyles.None, string? link = null)
    {
        if (node is IText text)
        {
            AddText(text.Data, into, style, link);
        }
        else if (node is IElement unshown && HtmlElements.IsLost(unshown))
        {
            lost(HtmlElements.LossOf(unshown));
        }
        else if (node is IElement element && !HtmlElements.IsUnseen(element))
        {
            ReadElement(element, into, style, link);
        }
    }

    /// <summary>Adds text whose white space is that of HTML.</summary>
    public void AddText(string text, InlineMarkdown into, SpanStyles style, string? link)
    {
        if (!isClassic)
        {
            into.Add(WhiteSpace().Replace(text, " "), style, link);
            return;
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                into.AddLineBreak();
            }

            into.Add(WhiteSpace().Replace(lines[i], " "), style, link);
        }
    }

    private void ReadElement(IElement element, InlineMarkdown into, SpanStyles style, string? link)
    {
        switch (element.LocalName)
        {
            case "br":
                into.AddLineBreak();
                return;
            case "img" when element.GetAttribute("src") is { Length: > 0 } url:
                var picture = targets.Picture(url);
                var leads = link == picture ? null : link; // A link to the picture itself shows nothing more.
                into.AddMarkdown(MarkdownEscape.Picture(element.GetAttribute("alt") ?? "", picture, null), leads);
                return;
            case "a" when element.GetAttribute("href") is { Length: > 0 } url:
                link = targets.Link(url);
                break;
        }

        foreach (var child in element.ChildNodes)
        {
            Read(child, into, style | StyleOf(element), link);
        }
    }

    private static SpanStyles StyleOf(IElement element)
    {
        var style = element.LocalName switch
        {
            "strong" or "b" => SpanStyles.Bold,
            "em" or "i" or "cite" => SpanStyles.Italic,
            "del" or "s" or "strike" => SpanStyles.Struck,
            "sup" => SpanStyles.Raised,
            "sub" => SpanStyles.Lowered,
            "code" or "tt" or "kbd" or "samp" => SpanStyles.Code,
            _ => SpanStyles.None,
        };
        var css = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        var isBold = css.Contains("font-weight:bold", StringComparison.OrdinalIgnoreCase)
            || css.Contains("font-weight:700", StringComparison.Ordinal);
        var isItalic = css.Contains("font-style:italic", StringComparison.OrdinalIgnoreCase);
        return style | (isBold ? SpanStyles.Bold : 0) | (isItalic ? SpanStyles.Italic : 0);
    }

    /// <summary>White space that HTML shows as one space; a no-break space is none.</summary>
    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex WhiteSpace();
}
