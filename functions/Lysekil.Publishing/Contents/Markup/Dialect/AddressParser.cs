using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>
/// Makes links of bare addresses, as Markdig's own parser does, also of those that begin with a capital letter, and
/// leaves all dots after an address outside the link. Up to a number per paragraph: for each address that parser looks
/// back at the whole paragraph before it, so that a text of nothing but addresses would take minutes.
/// </summary>
/// <remarks>
/// Opens at the sign after the first letters of an address, as in <c>http:</c> and <c>www.</c>, and takes these letters
/// back from the text before it. Markdig's own parser opens at the letters, so that Markdig stops within nearly all
/// words, which is a third of the time in which it parses and renders a usual text.
/// </remarks>
internal sealed class AddressParser : AutoLinkParser
{
    public const int MostInAParagraph = 500;

    /// <summary>What ends a sentence, and no address.</summary>
    private const string Trailing = ".…,:;!?";

    public AddressParser(AutoLinkOptions options)
        : base(options) => OpeningCharacters = [':', '.'];

    /// <summary>The first line, from 0, with an address that stays text; <c>null</c> if there is none.</summary>
    public static int? FirstLeftAsText(MarkdownDocument document) => document.GetData(typeof(AddressParser)) as int?;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not LiteralInline { Content: var before } literal
            || before.End + 1 != slice.Start
            || LettersBefore(before.AsSpan(), slice.AsSpan()) is not (> 0 and var letters))
        {
            return false;
        }

        // Markdig resets the states of inline parsers for each paragraph.
        var seen = processor.ParserStates[Index] as int? ?? 0;
        if (seen < MostInAParagraph)
        {
            processor.ParserStates[Index] = seen + 1;
            var address = slice;
            address.Start -= letters;
            if (!MatchInLowerCase(processor, ref address))
            {
                return false;
            }

            TakeBack(literal, letters);
            slice = address;
            return true;
        }

        if (FirstLeftAsText(processor.Document) is null)
        {
            processor.Document.SetData(typeof(AddressParser), processor.LineIndex);
        }

        return false;
    }

    /// <summary>The number of letters that begin an address; 0 if none does.</summary>
    /// <param name="before">The text before a sign.</param>
    /// <param name="text">The text from the sign on.</param>
    private static int LettersBefore(ReadOnlySpan<char> before, ReadOnlySpan<char> text)
    {
        const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
        return text switch
        {
            ['.', ..] => before.EndsWith("www", IgnoreCase) ? 3 : 0,
            [':', '/', '/', ..] when before.EndsWith("https", IgnoreCase) => 5,
            [':', '/', '/', ..] when before.EndsWith("http", IgnoreCase) => 4,
            [':', '/', '/', ..] when before.EndsWith("ftp", IgnoreCase) => 3,
            _ => before.EndsWith("mailto", IgnoreCase) ? 6 : before.EndsWith("tel", StringComparison.Ordinal) ? 3 : 0,
        };
    }

    /// <summary>Removes the last letters of a literal.</summary>
    private static void TakeBack(LiteralInline literal, int letters)
    {
        literal.Content.End -= letters;
        literal.Span.End -= letters;
        if (literal.Content.IsEmpty)
        {
            literal.Remove();
        }
    }

    private bool MatchInLowerCase(InlineProcessor processor, ref StringSlice slice)
    {
        var lower = InLowerCase(slice);
        var begin = lower.Start;
        if (!base.Match(processor, ref lower))
        {
            return false;
        }

        var (link, length) = ((LinkInline)processor.Inline!, lower.Start - begin);
        var shown = (LiteralInline)link.FirstChild!;
        var excess = length - slice.Text.AsSpan(slice.Start, length).TrimEnd(Trailing).Length;
        link.Url = link.Url![..^excess];
        link.Span.Start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        link.Span.End = link.Span.Start + length - excess - 1;
        (link.Line, link.Column) = (line, column);
        var first = shown.Content.Start - begin + slice.Start;
        shown.Content = new StringSlice(slice.Text, first, first + shown.Content.Length - 1 - excess);
        slice.Start += length - excess;
        return true;
    }

    /// <summary>
    /// The text with the scheme in small letters, since Markdig knows no others. A text that must be written anew is
    /// only the word, and the character before it, at which Markdig looks.
    /// </summary>
    private static StringSlice InLowerCase(StringSlice slice)
    {
        var text = slice.AsSpan();
        var scheme = text[..text.IndexOfAny(':', '.')];
        if (!scheme.ContainsAnyInRange('A', 'Z'))
        {
            return slice;
        }

        var end = text.IndexOfAny(" \t\n");
        var word = end < 0 ? text : text[..end];
        var before = slice.Text.AsSpan(Math.Max(0, slice.Start - 1), Math.Min(1, slice.Start));
        var lower = string.Concat(before, scheme.ToString().ToLowerInvariant(), word[scheme.Length..]);
        return new StringSlice(lower, before.Length, lower.Length - 1);
    }

    /// <summary>Adds the parser to a pipeline, in the place of Markdig's own.</summary>
    public sealed class Extension(AutoLinkOptions options) : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            if (!pipeline.InlineParsers.Contains<AddressParser>())
            {
                pipeline.InlineParsers.Insert(0, new AddressParser(options));
            }
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }
}
