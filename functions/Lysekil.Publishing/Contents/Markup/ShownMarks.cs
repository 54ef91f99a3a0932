using System.Buffers;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Markup.Foreign;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// Finds marks that Markdown leaves as text, since what belongs to them is missing: a reference without its address
/// (CommonMark 0.31, section 6.3), and a table without the line below its head (GFM 4.10).
/// </summary>
internal static partial class ShownMarks
{
    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("|-:> \t");

    /// <summary>The first of them, and its line, from 0; <c>null</c> if there is none.</summary>
    public static (int Line, string Marks)? First(string markdown)
    {
        var mayHaveReferences = markdown.Contains("][", StringComparison.Ordinal);
        var mayHaveTables = markdown.Contains("\n|", StringComparison.Ordinal);
        if (!mayHaveReferences && !mayHaveTables)
        {
            return null;
        }

        var text = CodeMask.Of(markdown);
        var reference = mayHaveReferences ? FirstReference(text) : null;
        var table = mayHaveTables ? FirstTable(text.Split('\n')) : null;
        return reference is null || table?.Line < reference.Value.Line ? table : reference;
    }

    private static (int Line, string Marks)? FirstReference(string text)
    {
        var known = Definition().Matches(text).Select(d => NameOf(d.Groups["label"])).ToHashSet(StringComparer.Ordinal);
        var missing = Reference().Matches(text).FirstOrDefault(
            r => !known.Contains(NameOf(r.Groups["label"] is { Length: > 0 } label ? label : r.Groups["text"])));
        return missing is null ? null : (text.AsSpan(0, missing.Index).Count('\n'), missing.Value);
    }

    /// <summary>A label as it is compared: without its case, and with one space for all white space.</summary>
    private static string NameOf(Group label) => Space().Replace(label.Value.Trim(), " ").ToUpperInvariant();

    private static (int Line, string Marks)? FirstTable(string[] lines)
    {
        for (var begin = 0; begin < lines.Length; begin++)
        {
            var end = begin;
            while (end < lines.Length && IsRow(lines[end]))
            {
                end++;
            }

            var around = lines[Math.Max(0, begin - 1)..Math.Min(lines.Length, end + 1)];
            if (end > begin + 1 && !Array.Exists(around, l => IsRule(l)))
            {
                return (begin, lines[begin].Trim());
            }

            begin = end;
        }

        return null;
    }

    private static bool IsRow(ReadOnlySpan<char> line) => line.Trim() is ['|', .., var last] && last == '|';

    private static bool IsRule(ReadOnlySpan<char> line) => line.Contains('-') && !line.ContainsAnyExcept(RuleSigns);

    [GeneratedRegex(@"^[ >]*\[(?<label>[^\[\]\n]+)\]:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"!?(?<![\\\]])\[(?!\^)(?<text>[^\[\]\n]*)\]\[(?!\^)(?<label>[^\[\]\n]*)\](?![(\[:])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
