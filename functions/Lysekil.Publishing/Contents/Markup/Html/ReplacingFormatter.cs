using AngleSharp.Dom;
using Ganss.Xss;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>
/// Writes sanitised HTML, in which elements outside the allow-list are replaced as <see cref="HtmlReplacement"/> says.
/// No other tag is written, and no text unescaped. Replacing them in the document would take quadratic time. One
/// instance for each text.
/// </summary>
/// <param name="isAllowed">Whether an element of HTML is in the allow-list.</param>
internal sealed class ReplacingFormatter(Func<string, bool> isAllowed) : HtmlFormatter
{
    private int _leftOut;

    public override string OpenTag(IElement element, bool selfClosing)
    {
        if (HtmlReplacement.IsLeftOut(element))
        {
            _leftOut++;
            return "";
        }

        if (_leftOut > 0)
        {
            return "";
        }

        if (isAllowed(element.LocalName))
        {
            return base.OpenTag(element, selfClosing);
        }

        return HtmlReplacement.EqualOf(element) is { } equal
            ? $"<{equal}{base.OpenTag(element, selfClosing).AsSpan(1 + element.LocalName.Length)}"
            : "";
    }

    public override string CloseTag(IElement element, bool selfClosing)
    {
        if (HtmlReplacement.IsLeftOut(element))
        {
            _leftOut--;
            return "";
        }

        if (_leftOut > 0)
        {
            return "";
        }

        if (isAllowed(element.LocalName))
        {
            return base.CloseTag(element, selfClosing);
        }

        return HtmlReplacement.EqualOf(element) is { } equal ? $"</{equal}>" : "";
    }

    public override string Text(ICharacterData text) => _leftOut > 0 ? "" : base.Text(text);

    /// <summary>The text of an element whose content is not parsed, such as <c>xmp</c>.</summary>
    public override string LiteralText(ICharacterData text) => Text(text);
}
