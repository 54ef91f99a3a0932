using System.Text;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Writing;

/// <summary>Collects the inline content of one block from another format, and writes it as Markdown.</summary>
public sealed class InlineMarkdown
{
    private readonly List<Span> _spans = [];

    /// <summary>A piece of text; or Markdown that is written as it is.</summary>
    private sealed record Span(string Text, SpanStyles Style, string? Link, string? Markdown);

    /// <summary>A line break within the block.</summary>
    private static readonly Span LineBreak = new("\n", SpanStyles.None, null, "\n");

    /// <summary>Whether a reader would see nothing.</summary>
    public bool IsEmpty => !_spans.Exists(IsShown);

    /// <summary>The text alone, in one line.</summary>
    public string PlainText => OneLine.Of(string.Concat(_spans.Select(s => s.Text)));

    public void Add(string text, SpanStyles style = SpanStyles.None, string? link = null)
    {
        if (text.Length > 0)
        {
            _spans.Add(new Span(text, style, link, null));
        }
    }

    /// <summary>Adds Markdown that is written as it is, such as a picture.</summary>
    public void AddMarkdown(string markdown, string? link = null) =>
        _spans.Add(new Span("", SpanStyles.None, link, markdown));

    public void AddLineBreak() => _spans.Add(LineBreak);

    /// <summary>The content as Markdown, without white space at its ends.</summary>
    /// <param name="lineBreak">How a line break within the block is written.</param>
    public string ToMarkdown(string lineBreak = "\\\n")
    {
        var spans = WithLinks();
        var (first, last) = (spans.FindIndex(IsShown), spans.FindLastIndex(IsShown));
        return first < 0 ? "" : Write(spans[first..(last + 1)], lineBreak).Trim();
    }

    /// <summary>The content as a paragraph, whose lines begin no other block.</summary>
    public string ToParagraph() => MarkdownEscape.Paragraph(ToMarkdown());

    /// <summary>The spans, with those joined that are alike, and those of each link.</summary>
    private List<Span> WithLinks()
    {
        var spans = Joined();
        var linked = new List<Span>();
        for (var i = 0; i < spans.Count;)
        {
            if (spans[i].Link is not { } link)
            {
                linked.Add(spans[i++]);
                continue;
            }

            var end = spans.FindIndex(i, s => s.Link != link);
            end = end < 0 ? spans.Count : end;
            linked.AddRange(Linked(spans[i..end], link));
            i = end;
        }

        return linked;
    }

    /// <summary>Word processors write a run for each edit; text of one style is emphasised once.</summary>
    private List<Span> Joined()
    {
        var joined = new List<Span>();
        var text = new StringBuilder();
        for (var i = 0; i < _spans.Count; i++)
        {
            var span = _spans[i];
            text.Append(span.Text);
            var next = i + 1 < _spans.Count ? _spans[i + 1] : null;
            if (span.Markdown is not null || next is not { Markdown: null } || next.Style != span.Style
                || next.Link != span.Link)
            {
                joined.Add(span with { Text = text.ToString() });
                text.Clear();
            }
        }

        return joined;
    }

    private static IEnumerable<Span> Linked(List<Span> spans, string link)
    {
        var text = string.Concat(spans.Select(s => s.Text));
        var inner = Write([.. spans.Select(s => s with { Link = null })], " ");
        if (inner.Trim().Length == 0)
        {
            return [new Span(inner, SpanStyles.None, null, null)];
        }

        var isAddress = text.Trim() == link
            && Uri.TryCreate(link, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && link.AsSpan().IndexOfAny(" <>|") < 0;
        var markdown = isAddress ? $"<{link}>" : $"[{inner.Trim()}]({MarkdownEscape.Url(link)})";
        var (before, after) = (inner.Length - inner.TrimStart().Length, inner.Length - inner.TrimEnd().Length);
        return
        [
            new Span(inner[..before], SpanStyles.None, null, null),
            new Span(text.Trim(), SpanStyles.None, null, markdown),
            new Span(inner[^after..], SpanStyles.None, null, null),
        ];
    }

    private static string Write(List<Span> spans, string lineBreak)
    {
        var written = new StringBuilder();
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            if (span == LineBreak)
            {
                TrimEnd(written).Append(lineBreak);
            }
            else if (span.Markdown is { } markdown)
            {
                written.Append(markdown);
            }
            else
            {
                var text = InOneLine(span.Text, isStart: written.Length == 0 || written[^1] == '\n');
                var core = text.Trim();
                if (span.Style == SpanStyles.None || core.Length == 0)
                {
                    written.Append(MarkdownEscape.Text(text));
                    continue;
                }

                var end = text.Length - text.TrimEnd().Length;
                written.Append(text, 0, text.Length - text.TrimStart().Length);
                var after = end > 0 ? ' ' : FirstOf(spans, i + 1);
                EmphasisMarkers.Append(written, core, span.Style, after);
                written.Append(text, text.Length - end, end);
            }
        }

        return written.ToString();
    }

    /// <summary>The first character that follows; a markup character of any kind is punctuation.</summary>
    private static char FirstOf(List<Span> spans, int at) =>
        at >= spans.Count || spans[at] == LineBreak ? ' '
            : spans[at] is { Markdown: null, Text: { Length: > 0 } text } next
                && (next.Style == SpanStyles.None || char.IsWhiteSpace(text[0]))
                ? text[0]
                : '<';

    private static string InOneLine(string text, bool isStart)
    {
        var line = Newline.Unify(text).Replace('\n', ' ');
        return isStart ? line.TrimStart() : line;
    }

    private static bool IsShown(Span span) => !string.IsNullOrWhiteSpace(span.Markdown ?? span.Text);

    private static StringBuilder TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\t')
        {
            text.Length--;
        }

        return text;
    }
}
