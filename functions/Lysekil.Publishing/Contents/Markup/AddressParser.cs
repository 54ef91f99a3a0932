using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// Makes links of bare addresses, as Markdig's own parser does, up to a number per paragraph: for each address that
/// parser looks back at the whole paragraph before it, so that a text of nothing but addresses would take minutes.
/// </summary>
internal sealed class AddressParser(AutoLinkOptions options) : AutoLinkParser(options)
{
    public const int MostInAParagraph = 500;

    /// <summary>The first line, from 0, with an address that stays text; <c>null</c> if there is none.</summary>
    public static int? FirstLeftAsText(MarkdownDocument document) => document.GetData(typeof(AddressParser)) as int?;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!IsOpening(slice.AsSpan()))
        {
            return false;
        }

        // Markdig resets the states of inline parsers for each paragraph.
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

    /// <summary>
    /// A quick test: Markdig calls <see cref="Match"/> for each of the opening letters, also within words.
    /// </summary>
    private static bool IsOpening(ReadOnlySpan<char> text) => text switch
    {
        ['w', 'w', 'w', '.', ..] => true,
        ['h', 't', 't', 'p', ..] => text.StartsWith("http://") || text.StartsWith("https://"),
        ['f', 't', 'p', ..] => text.StartsWith("ftp://"),
        ['m', 'a', 'i', 'l', ..] => text.StartsWith("mailto:"),
        ['t', 'e', 'l', ':', ..] => true,
        _ => false,
    };

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
