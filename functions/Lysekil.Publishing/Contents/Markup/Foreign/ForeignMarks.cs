using System.Buffers;
using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>
/// Mends what other programs write into Markdown, where its meaning is certain: Word, Obsidian, pandoc, WordPress,
/// Hugo, chat assistants. The first of the marks that stay is reported. Lines keep their numbers.
/// </summary>
internal static partial class ForeignMarks
{
    /// <summary>What begins a mark; most texts have none.</summary>
    private static readonly SearchValues<string> Openings = SearchValues.Create(
        [
            "[[", "%%", "contentReference", "utm_source=", "[caption", "[gallery", "[embed", "[audio", "[video",
            "[playlist", "[vc_", "[et_pb_", "[youtube", "[vimeo", "[/", "[TOC]", "[toc]", "^[", "*[",
            ":::",
            "<o:", "<v:", "<w:", "<m:", "<st1:", "<u1:",
        ],
        StringComparison.Ordinal);

    /// <summary>Openings of one character, for which the search for strings would be slow.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("{【\uE200");

    /// <param name="markdown">With <c>\n</c> line ends.</param>
    /// <returns>The text, the same if it has no marks, and the first of the marks that readers will see.</returns>
    public static (string Markdown, (int Line, string Marks)? LeftOver) Mend(string markdown)
    {
        var hasMarks = markdown.AsSpan().ContainsAny(Signs)
            || markdown.AsSpan().ContainsAny(Openings)
            || markdown.Contains("=\"", StringComparison.Ordinal);
        var hasTables = DashTables.MayBeIn(markdown);
        if (!hasMarks && !hasTables && !BoldMarks.MayBeIn(markdown) && !HeadingMarks.MayBeIn(markdown))
        {
            return (markdown, null);
        }

        var text = new MaskedText(markdown);
        HeadingMarks.Mend(text);
        BoldMarks.Mend(text);
        if (hasTables)
        {
            DashTables.Mend(text);
        }

        if (!hasMarks)
        {
            return (text.Text, text.First(LeftOver()));
        }

        WordMarks.Mend(text);
        ObsidianMarks.Mend(text);
        AssistantMarks.Mend(text);
        Shortcodes.Mend(text);
        PandocMarks.Mend(text);
        return (text.Text, text.First(LeftOver()));
    }

    /// <summary>
    /// Templates, shortcodes, attributes in braces, references of chat assistants, a tag without its closing quotation
    /// mark, attributes of kramdown, places for a table of contents, footnotes within a line, abbreviations, and a line
    /// of dashes that would separate the head of a table from its rows.
    /// </summary>
    [GeneratedRegex(
        @"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|(?<=[)\]])\{[^{}\n]*\}|%%|【[^【】\n]*】|:::|:contentReference\b"
        + @"|\[/?(?:caption|gallery|audio|video|playlist|embed|vc_\w+|et_pb_\w+)(?:[ \t][^\[\]\n]*)?\](?![(\[:])"
        + @"|\[[a-z][\w-]*(?:[ \t]+[\w-]+=""[^""\[\]\n]*"")+[ \t]*/?\](?![(\[:])|\[/[a-z][\w-]*\](?![(\[:])"
        + @"|<[A-Za-z][\w-]*(?:[ \t][^<>""\n]*)?=""[^""<>\n]*>(?![^<>\n]*"")"
        + @"|\{:[^{}\n]*\}|^\[(?:TOC|toc)\][ \t]*$|\^\[[^\[\]\n]+\](?![(\[])|^\*\[[^\[\]\n]+\]:"
        + @"|(?<=\S\n)[ ]*-{2,}(?: +-{2,})+[ ]*$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LeftOver();
}
