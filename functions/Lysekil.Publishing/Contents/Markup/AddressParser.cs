using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// Makes links of bare addresses, as Markdig's own parser does, but of so many in a paragraph only: for each it looks back
/// at all that stands before, so that a text of nothing else would take minutes.
/// </summary>
internal sealed class AddressParser(AutoLinkOptions options) : AutoLinkParser(options)
{
    public const int MostInAParagraph = 500;

    /// <summary>The first line, from 0, with an address that stays text; <c>null</c> where there is none.</summary>
    public static int? FirstLeftAsText(MarkdownDocument document) => document.GetData(typeof(AddressParser)) as int?;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!IsOpening(slice.AsSpan()))
        {
            return false;
        }

        // Parsers' states are forgotten from paragraph to paragraph.
        var seen = processor.ParserStates[Index] as int? ?? 0;
        if (seen < MostInAParagraph)
        {
            processor.ParserStates[Index] = seen + 1;
            return base.Match(processor, ref slice);
        }

        if (FirstLeftAsText(processor.Document) is null)
        {
            processor.Document.SetData(typeof(AddressParser), processor.LineIndex);
        }

        return false;
    }

    /// <remarks>Asked of each word that begins with one of their letters, and within words too.</remarks>
    private static bool IsOpening(ReadOnlySpan<char> text) => text switch
    {
        ['w', 'w', 'w', '.', ..] => true,
        ['h', 't', 't', 'p', ..] => text.StartsWith("http://") || text.StartsWith("https://"),
        ['f', 't', 'p', ..] => text.StartsWith("ftp://"),
        ['m', 'a', 'i', 'l', ..] => text.StartsWith("mailto:"),
        ['t', 'e', 'l', ':', ..] => true,
        _ => false,
    };

    /// <summary>Puts the parser into a pipeline, in the place that Markdig's own has there.</summary>
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
