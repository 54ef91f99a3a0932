using System.Globalization;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Markdig;

namespace Lysekil.Corpus;

/// <summary>How the page of a file differs from what CommonMark alone shows of the file.</summary>
/// <param name="File">The file, relative to the folder.</param>
/// <param name="Outcome">Whether there is a page, and what it lacks.</param>
/// <param name="Kind">
/// For a refused file the code of the refusal, for missing words what they stand in; else empty.
/// </param>
/// <param name="Missing">The words that the page lacks, in alphabetical order.</param>
internal sealed partial record Comparison(string File, Outcome Outcome, string Kind, IReadOnlyList<string> Missing)
{
    /// <summary>With footnotes, whose names no reader sees.</summary>
    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().UseFootnotes().Build();
    private static readonly DateTimeOffset Created = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>What words can stand in, by a mark on their line; the first that fits counts.</summary>
    private static readonly (string Kind, Regex Mark)[] Kinds =
    [
        ("template or shortcode", Template()),
        ("wiki link", WikiLink()),
        ("comment", Comment()),
        ("HTML", Html()),
        ("attributes", Attributes()),
        ("footnote", Footnote()),
        ("link definition", Definition()),
        ("table", Table()),
        ("heading", HeadingLine()),
    ];

    public static Comparison Of(string file, byte[] bytes)
    {
        var reading = ManuscriptReader.Read(PathOf(file), bytes, Created, SiteSettings.Default.Region);
        if (reading.Manuscript is not { } manuscript)
        {
            return new(file, Outcome.Refused, reading.Diagnostics.First(d => d.Severity == Severity.Refusal).Code, []);
        }

        var page = Words.OfHtml(reading.Text!.ToHtml());
        page.Add(manuscript.Title);
        page.Add(manuscript.LeadIsInBody ? "" : manuscript.Lead);
        page.Add(manuscript.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        var text = ForObsidianAlone().Replace(Settings().Replace(SourceText.Decode(bytes).Text!, "", 1), "$1");
        var missing = Words.OfHtml(Markdown.ToHtml(text, CommonMark)).Except(page);
        var outcome = missing.Count == 0 ? Outcome.Same
            : reading.Diagnostics.Count > 0 ? Outcome.Told
            : Outcome.Silent;
        return new(file, outcome, missing.Count == 0 ? "" : KindOf(missing[0], text), missing);
    }

    private static string KindOf(string word, string text)
    {
        var line = text.Split('\n').FirstOrDefault(l => l.Contains(word, StringComparison.OrdinalIgnoreCase)) ?? "";
        return Array.Find(Kinds, k => k.Mark.IsMatch(line)) is { Kind: { } kind } ? kind : "text";
    }

    /// <summary>The file's path in a content container; most names of other corpora would be refused there.</summary>
    private static SourcePath PathOf(string file) =>
        new SourcePath(file) is { Kind: SourceKind.Article or SourceKind.StandingPage, IsWellFormed: true } path
            ? path
            : new SourcePath("artiklar/2026-01-02-fil.md");

    [GeneratedRegex(@"\A\s*(---|\+\+\+)[ \t]*\n.*?\n(\1|\.\.\.)[ \t]*(\n|\z)", RegexOptions.Singleline)]
    private static partial Regex Settings();

    /// <summary>
    /// Obsidian's comments, and the kind of a note: no reader of Obsidian sees these words. Code, which stays, may have
    /// the marks of a comment.
    /// </summary>
    [GeneratedRegex(@"(`[^`\n]+`)|%%(?:[^%]|%(?!%))*%%|(?<=^[ >]*)\[!\w+\][+-]?", RegexOptions.Multiline)]
    private static partial Regex ForObsidianAlone();

    [GeneratedRegex(@"\{\{|\{%|^\s*\[/?(caption|gallery|embed)\b")]
    private static partial Regex Template();

    [GeneratedRegex(@"\[\[")]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"%%|<!--|-->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"</?[a-zA-Z]")]
    private static partial Regex Html();

    [GeneratedRegex(@"\{[#.:][^}]*\}|\{[a-z]+=")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\[\^")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^\s*\[[^\]]+\]:")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\|")]
    private static partial Regex Table();

    [GeneratedRegex(@"^\s*#")]
    private static partial Regex HeadingLine();
}

/// <summary>What became of a file.</summary>
internal enum Outcome
{
    /// <summary>The page has every word.</summary>
    Same,

    /// <summary>The page lacks words, and the editor is told of something.</summary>
    Told,

    /// <summary>The page lacks words, and the editor is told of nothing.</summary>
    Silent,

    /// <summary>There is no page, and the editor is told why.</summary>
    Refused,
}
