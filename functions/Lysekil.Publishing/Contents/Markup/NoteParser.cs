using System.Buffers;
using System.Collections.Frozen;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// Makes a quotation that begins with <c>[!note] Rubrik</c> a note with a bold title, as Obsidian (callouts) and GitHub
/// (alerts) do.
/// </summary>
internal sealed class NoteParser : InlineParser
{
    private const int LongestKind = 20;

    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["abstract"] = "Sammanfattning",
        ["caution"] = "Varning",
        ["danger"] = "Varning",
        ["example"] = "Exempel",
        ["faq"] = "Fråga",
        ["help"] = "Fråga",
        ["hint"] = "Tips",
        ["important"] = "Viktigt",
        ["info"] = "Information",
        ["question"] = "Fråga",
        ["summary"] = "Sammanfattning",
        ["tip"] = "Tips",
        ["tldr"] = "Sammanfattning",
        ["warning"] = "Varning",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public NoteParser() => OpeningCharacters = ['['];

    /// <summary>Whether the quotation is a note.</summary>
    public static bool IsNote(QuoteBlock quote) => quote.ContainsData(typeof(NoteParser));

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!'
            || processor.Inline is not null
            || processor.Block is not ParagraphBlock { Parent: QuoteBlock quote } paragraph
            || quote[0] != paragraph)
        {
            return false;
        }

        var text = slice.AsSpan();
        var end = text.IndexOf(']');
        if (end is < 3 or > LongestKind || text[2..end].ContainsAnyExcept(Letters))
        {
            return false;
        }

        var line = text[(end + 1)..];
        var newline = line.IndexOf('\n');
        line = newline < 0 ? line : line[..newline];
        slice.Start += end + 1 + (newline < 0 ? line.Length : newline + 1);
        AddTitle(processor, quote, text[2..end].ToString(), line.TrimStart("+-").Trim().ToString(), newline >= 0);
        return true;
    }

    private static void AddTitle(
        InlineProcessor processor, QuoteBlock quote, string kind, string title, bool isFollowed)
    {
        // A marked quotation stays a quotation; it needs no title.
        if (kind.Equals("quote", StringComparison.OrdinalIgnoreCase)
            || kind.Equals("cite", StringComparison.OrdinalIgnoreCase))
        {
            if (title.Length == 0)
            {
                processor.Inline = new LiteralInline("");
                return;
            }
        }
        else
        {
            quote.SetData(typeof(NoteParser), true);
        }

        var bold = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2, IsClosed = true };
        bold.AppendChild(new LiteralInline(title.Length > 0 ? title : Titles.GetValueOrDefault(kind, "Obs!")));
        if (!isFollowed)
        {
            processor.Inline = bold;
            return;
        }

        processor.Root!.AppendChild(bold);
        processor.Inline = new LineBreakInline { IsHard = true };
    }

    /// <summary>Adds the parser to a pipeline, and the renderer of notes.</summary>
    public sealed class Extension : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new NoteParser());

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
            ((HtmlRenderer)renderer).ObjectRenderers.Replace<QuoteBlockRenderer>(new NoteRenderer());
    }
}
