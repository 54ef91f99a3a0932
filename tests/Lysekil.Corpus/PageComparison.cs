using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Markdig;

namespace Lysekil.Corpus;

/// <summary>The words of a page beside those that CommonMark alone shows of the same file.</summary>
/// <param name="Kind">How they differ; the first line of the report that counts the file.</param>
/// <param name="Lost">Words that the page lacks, in their order.</param>
/// <param name="IsSilent">Whether words are lost, and the editor is told nothing.</param>
internal sealed partial record PageComparison(string Kind, IReadOnlyList<string> Lost, bool IsSilent)
{
    private static readonly SourcePath Path = new("artiklar/2026-01-01-fil.md");
    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().Build();

    public static PageComparison Of(byte[] file)
    {
        var reading = ManuscriptReader.Read(Path, file, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
        if (reading.Text is not { } text)
        {
            var refusal = reading.Diagnostics.First(d => d.Severity == Severity.Refusal);
            return new PageComparison($"refused: {refusal.Code}", [], IsSilent: false);
        }

        var body = FrontMatter.Split(SourceText.Decode(file).Text!).Body;
        var expected = PageWords.Of(Markdown.ToHtml(NotForReaders().Replace(body, " "), CommonMark));
        var title = System.Net.WebUtility.HtmlEncode(reading.Manuscript!.Title);
        var shown = PageWords.Of($"<h1>{title}</h1>{text.ToHtml()}");
        var lost = Without(expected, shown);
        var told = reading.Diagnostics.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        return lost switch
        {
            [] when shown.Count == expected.Count => new PageComparison("the same words", lost, IsSilent: false),
            [] => new PageComparison("the same words and more", lost, IsSilent: false),
            _ when told.Count > 0 => new PageComparison($"fewer words, told: {string.Join(' ', told)}", lost, false),
            _ => new PageComparison("fewer words, silent", lost, IsSilent: true),
        };
    }

    /// <summary>
    /// The labels of footnotes, which the page shows as numbers, and Obsidian's comments. CommonMark has neither.
    /// </summary>
    [GeneratedRegex(@"\[\^[^\]\s]+\]:?|%%(?:[^%]|%(?!%))*%%", RegexOptions.CultureInvariant)]
    private static partial Regex NotForReaders();

    /// <summary>Those of the words that the others are not enough for.</summary>
    private static List<string> Without(IReadOnlyList<string> words, IReadOnlyList<string> others)
    {
        var left = others.CountBy(w => w).ToDictionary(StringComparer.Ordinal);
        var lost = new List<string>();
        foreach (var word in words)
        {
            if (left.GetValueOrDefault(word) is > 0 and var count)
            {
                left[word] = count - 1;
            }
            else
            {
                lost.Add(word);
            }
        }

        return lost;
    }
}
