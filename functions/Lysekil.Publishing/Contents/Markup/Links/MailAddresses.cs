using System.Text;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Links;

/// <summary>Makes links of bare e-mail addresses (GitHub Flavored Markdown, section 6.9).</summary>
internal static partial class MailAddresses
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <param name="document">A document of any depth.</param>
    /// <param name="markdown">The text as written, in which a quick search finds most often none.</param>
    public static void Link(MarkdownDocument document, string markdown)
    {
        if (!markdown.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var root in document.Descendants<LeafBlock>().Select(b => b.Inline).OfType<ContainerInline>())
        {
            foreach (var container in root.Descendants<ContainerInline>().Prepend(root).ToList())
            {
                if (!IsInLink(container))
                {
                    LinkIn(container);
                }
            }
        }
    }

    private static void LinkIn(ContainerInline container)
    {
        var isInAnchor = false;
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is HtmlInline html)
            {
                isInAnchor = IsAnchor(html.Tag) || (isInAnchor && !html.Tag.StartsWith("</a", IgnoreCase));
            }
            else if (inline is LiteralInline literal && !isInAnchor)
            {
                inline = LinkFrom(literal);
            }
        }
    }

    /// <summary>Links the addresses in a run of literals, since an underscore in one separates them.</summary>
    /// <returns>The last inline of what stands in the place of the run.</returns>
    private static Inline LinkFrom(LiteralInline first)
    {
        var (hasAt, last) = (false, (Inline)first);
        for (Inline? next = first; next is LiteralInline literal; next = next.NextSibling)
        {
            (hasAt, last) = (hasAt || literal.Content.AsSpan().Contains('@'), next);
        }

        if (!hasAt || TextOf(first) is not { } text || Address().Matches(text) is not { Count: > 0 } matches)
        {
            return last;
        }

        while (first.NextSibling is LiteralInline merged)
        {
            merged.Remove();
        }

        var (done, place) = (0, (Inline)first);
        foreach (Match match in matches)
        {
            place = After(place, Literal(text, done, match.Index, first));
            place = After(place, LinkTo(match.Value, first));
            done = match.Index + match.Length;
        }

        place = After(place, Literal(text, done, text.Length, first));
        first.Remove();
        return place;
    }

    private static string TextOf(LiteralInline first)
    {
        var text = new StringBuilder();
        for (Inline? next = first; next is LiteralInline literal; next = next.NextSibling)
        {
            text.Append(literal.Content.AsSpan());
        }

        return text.ToString();
    }

    private static Inline After(Inline place, Inline? inline)
    {
        if (inline is null)
        {
            return place;
        }

        place.InsertAfter(inline);
        return inline;
    }

    private static LiteralInline? Literal(string text, int begin, int end, LiteralInline place) =>
        begin == end
            ? null
            : new LiteralInline(new StringSlice(text, begin, end - 1)) { Line = place.Line, Span = place.Span };

    private static LinkInline LinkTo(string address, LiteralInline place)
    {
        var link = new LinkInline("mailto:" + address, "")
        {
            IsAutoLink = true,
            IsClosed = true,
            Line = place.Line,
            Span = place.Span,
        };
        link.AppendChild(new LiteralInline(address));
        return link;
    }

    private static bool IsInLink(ContainerInline container)
    {
        for (Inline? inline = container; inline is not null; inline = inline.Parent)
        {
            if (inline is LinkInline)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAnchor(string tag) =>
        tag.StartsWith("<a", IgnoreCase) && tag.Length > 2 && !char.IsAsciiLetter(tag[2]);

    [GeneratedRegex(
        @"(?<![A-Za-z0-9._+@-])[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
        + @"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+(?![A-Za-z0-9@_-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
