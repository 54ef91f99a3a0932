using System.Buffers;
using System.Text;
using Lysekil.Publishing.Contents.Values;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>Markdown without its marks, in one line.</summary>
internal static class PlainText
{
    /// <summary>What means nothing to Markdown, wherever it stands in a heading; many consist of nothing else.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" ,:?0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉabcdefghijklmnopqrstuvwxyzåäöé");

    /// <summary>A heading's Markdown as plain text: a number or a dash at its start begins no list there.</summary>
    public static string OfHeading(string markdown)
    {
        const int MostCharacters = 2_000; // More is nobody's heading, and may be nested as deep as it is long.
        if (markdown.Length > MostCharacters)
        {
            return markdown;
        }

        if (!markdown.AsSpan().ContainsAnyExcept(Plain) && !markdown.Contains("tel:", StringComparison.Ordinal)) // That would be an address.
        {
            return OneLine.Of(markdown);
        }

        try
        {
            var text = new StringBuilder();
            foreach (var leaf in MarkdownDialect.Parse($"# {markdown.ReplaceLineEndings(" ")} #").Descendants<LeafBlock>())
            {
                AppendText(leaf.Inline, text);
            }

            return OneLine.Of(text.ToString());
        }
        catch (DensityGuard.DenseException)
        {
            return markdown;
        }
    }

    public static string Of(ContainerInline? inline)
    {
        var text = new StringBuilder();
        AppendText(inline, text);
        return OneLine.Of(text.ToString());
    }

    private static void AppendText(ContainerInline? container, StringBuilder text)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case SmartyPant mark:
                    text.Append(MarkdownDialect.Punctuation.Mapping[mark.Type]);
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
                    AppendText(nested, text);
                    break;
            }
        }
    }
}
