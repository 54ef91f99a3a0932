using System.Buffers;
using System.Collections.Frozen;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>
/// Makes a quotation that begins with <c>[!note] Rubrik</c> a note with a bold title, as Obsidian (callouts) and GitHub
/// (alerts) do.
/// </summary>
internal sealed class NoteParser : InlineParser
{
    private const int LongestKind = 20;

    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The kinds of notes, and the keys of their titles.</summary>
    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["abstract"] = "note.summary",
        ["attention"] = "note.warning",
        ["caution"] = "note.warning",
        ["check"] = "note.done",
        ["danger"] = "note.warning",
        ["done"] = "note.done",
        ["example"] = "note.example",
        ["faq"] = "note.question",
        ["help"] = "note.question",
        ["hint"] = "note.tip",
        ["important"] = "note.important",
        ["info"] = "note.information",
        ["question"] = "note.question",
        ["success"] = "note.done",
        ["summary"] = "note.summary",
        ["tip"] = "note.tip",
        ["tldr"] = "note.summary",
        ["todo"] = "note.todo",
        ["warning"] = "note.warning",
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

        var kind = text[2..end].ToString();
        var rest = text[(end + 1)..];
        var isFoldable = rest is ['+' or '-', ..];
        var title = rest[(isFoldable ? 1 : 0)..].TrimStart(" \t");
        slice.Start += text.Length - title.Length;

        // A marked quotation stays a quotation; it needs no title.
        var isQuotation = kind.Equals("quote", StringComparison.OrdinalIgnoreCase)
            || kind.Equals("cite", StringComparison.OrdinalIgnoreCase);
        if (!isQuotation)
        {
            quote.SetData(typeof(NoteParser), true);
        }

        var isUntitled = title.IsEmpty || title[0] == '\n';
        processor.Inline = isUntitled && !isQuotation
            ? LocaleWords.Title(processor.Document, Titles.GetValueOrDefault(kind, "note"))
            : new LiteralInline("");
        if (isUntitled && isQuotation)
        {
            slice.Start += Math.Min(1, title.Length);
            return true;
        }

        // The words of a title are parsed like any others; they are made bold once they are.
        var titled = processor.Document.GetData(typeof(Extension)) as List<ParagraphBlock> ?? [];
        titled.Add(paragraph);
        processor.Document.SetData(typeof(Extension), titled);
        return true;
    }

    private static EmphasisInline Bold(params IEnumerable<Inline> words)
    {
        var bold = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2, IsClosed = true };
        foreach (var word in words)
        {
            word.Remove();
            bold.AppendChild(word);
        }

        return bold;
    }

    /// <summary>Makes the first line of the paragraphs bold, and lets a hard break follow it.</summary>
    private static void EmphasizeTitles(MarkdownDocument document)
    {
        foreach (var paragraph in document.GetData(typeof(Extension)) as List<ParagraphBlock> ?? [])
        {
            var title = paragraph.Inline!.TakeWhile(i => i is not LineBreakInline).ToList();
            if (title is [.., { NextSibling: LineBreakInline end }])
            {
                end.IsHard = true;
            }

            var bold = Bold(title);
            if (paragraph.Inline!.FirstChild is { } first)
            {
                first.InsertBefore(bold);
            }
            else
            {
                paragraph.Inline.AppendChild(bold);
            }
        }
    }

    /// <summary>Adds the parser to a pipeline, and the renderer of notes.</summary>
    public sealed class Extension : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            pipeline.InlineParsers.Insert(0, new NoteParser());
            pipeline.DocumentProcessed += EmphasizeTitles;
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
            ((HtmlRenderer)renderer).ObjectRenderers.Replace<QuoteBlockRenderer>(new NoteRenderer());
    }
}
