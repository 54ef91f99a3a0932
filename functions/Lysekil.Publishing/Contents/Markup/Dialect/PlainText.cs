using System.Buffers;
using System.Text;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup.Foreign;
using Lysekil.Publishing.Contents.Values;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>Markdown as plain text, in one line.</summary>
internal static class PlainText
{
    /// <summary>Characters without a meaning to Markdown in a heading; many headings have no others.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" ,:?0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉabcdefghijklmnopqrstuvwxyzåäöé");

    /// <summary>A heading's Markdown as plain text; a number or a dash at its start does not begin a list.</summary>
    public static string OfHeading(string markdown, Locale locale)
    {
        const int MostCharacters = 2_000; // A longer one is no heading, and may be nested too deep.
        if (markdown.Length > MostCharacters)
        {
            return markdown;
        }

        // An address with "tel:" would be a link.
        if (!markdown.AsSpan().ContainsAnyExcept(Plain) && !markdown.Contains("tel:", StringComparison.Ordinal))
        {
            return OneLine.Of(markdown);
        }

        var mended = ForeignMarks.Mend(markdown).Markdown;
        if (MarkdownDialect.TryParse($"# {mended.ReplaceLineEndings(" ")} #") is not { } heading)
        {
            return markdown;
        }

        var (text, marks) = (new StringBuilder(), Punctuation.Of(locale).Mapping);
        foreach (var leaf in heading.Descendants<LeafBlock>())
        {
            AppendText(leaf.Inline, marks, text);
        }

        return OneLine.Of(text.ToString());
    }

    /// <param name="inline">What a block holds.</param>
    /// <param name="locale">The language of the text, which has its own quotation marks.</param>
    public static string Of(ContainerInline? inline, Locale locale)
    {
        var text = new StringBuilder();
        AppendText(inline, Punctuation.Of(locale).Mapping, text);
        return OneLine.Of(text.ToString());
    }

    private static void AppendText(
        ContainerInline? container, Dictionary<SmartyPantType, string> marks, StringBuilder text)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case SmartyPant mark:
                    text.Append(marks[mark.Type]);
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline autolink:
                    text.Append(autolink.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case ContainerInline nested:
                    AppendText(nested, marks, text);
                    break;
            }
        }
    }
}
