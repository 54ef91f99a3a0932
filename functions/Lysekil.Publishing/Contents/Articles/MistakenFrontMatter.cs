using System.Buffers;
using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup.Foreign;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Finds lines at the beginning of a text that its editor meant as settings and that <see cref="FrontMatter"/> does not
/// read: those of other systems, between other fences, or in another place. Such a setting that may keep the text from
/// readers gives a refusal.
/// </summary>
internal static class MistakenFrontMatter
{
    /// <summary>How many lines that are not empty are examined: settings stand at the top.</summary>
    private const int FirstLines = 20;

    private const int LongestSetting = 80;
    private const int LongestName = 30;

    /// <summary>
    /// The length of a line among others that can mark a draft: headings with a colon are mostly longer.
    /// </summary>
    private const int LongestDraft = 50;

    private static readonly SearchValues<char> Separators = SearchValues.Create(":=");

    private static readonly FrozenSet<string> Languages = FrozenSet.Create(
        "js", "javascript", "ts", "json", "json5", "jsonc", "toml", "yaml", "yml", "coffee", "cson", "ini", "xml");

    /// <param name="text">The text after the front matter, or the whole file if there is none.</param>
    /// <param name="firstLine">The line number in the file on which the text begins.</param>
    public static Diagnostic? In(string text, int firstLine)
    {
        Diagnostic? warning = null;
        var (isAfterSemicolons, isAfterProse, code) = (false, false, "");
        var (seen, number) = (0, firstLine - 1);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsSpan(range);
            var isProse = line.Length > LongestSetting && char.IsLetter(line[0]);
            line = isProse ? line : Trim(line);
            if (line.IsEmpty)
            {
                continue;
            }

            if (++seen > FirstLines)
            {
                break;
            }

            if (code.Length > 0)
            {
                code = CodeMask.IsEndOf(code, line) ? "" : code;
                continue;
            }

            if (isProse)
            {
                isAfterProse = true;
                continue;
            }

            if (isAfterProse && CodeMask.FenceIn(line) is { } opened)
            {
                code = opened; // An example of settings, in a text about them.
                continue;
            }

            if (OfAnotherSystem(line, number, isFirst: seen == 1 || isAfterSemicolons) is { } foreign)
            {
                return foreign;
            }

            isAfterSemicolons = seen == 1 && line is ";;;"; // Hexo.

            if (IsDraft(line))
            {
                return DiagnosticCatalog.SettingMisplaced(number, line.ToString());
            }

            if (IsFence(line)
                && InBlock(text.AsSpan(range.End.Value), line, number, isFirst: seen == 1) is { } diagnostic)
            {
                if (diagnostic.Severity == Severity.Refusal)
                {
                    return diagnostic;
                }

                warning = diagnostic;
            }
        }

        return warning;
    }

    private static Diagnostic? OfAnotherSystem(ReadOnlySpan<char> line, int number, bool isFirst) => line switch
    {
        "+++" => DiagnosticCatalog.FrontMatterToml(number),
        ['-', '-', '-', .. var rest] when IsLanguage(rest.Trim()) =>
            DiagnosticCatalog.FrontMatterLanguage(number, line.ToString()),
        "{" when isFirst => DiagnosticCatalog.FrontMatterJson(number),
        ['{', .. var rest] when isFirst && rest.TrimStart().StartsWith('"') =>
            DiagnosticCatalog.FrontMatterJson(number),
        _ => null,
    };

    private static bool IsLanguage(ReadOnlySpan<char> name) =>
        name.StartsWith('#') || Languages.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>The diagnostic about settings between two fences; <c>null</c> if there are none.</summary>
    /// <param name="text">The text after the first fence, from its line end on.</param>
    /// <param name="fence">The first fence.</param>
    /// <param name="fenceNumber">The line number of the first fence.</param>
    /// <param name="isFirst">
    /// Whether the text begins with the fence: then settings may have capital letters, and the second fence may be
    /// missing.
    /// </param>
    private static Diagnostic? InBlock(ReadOnlySpan<char> text, ReadOnlySpan<char> fence, int fenceNumber, bool isFirst)
    {
        Diagnostic? refusal = null;
        var (number, isBegun, isParagraph, warns) = (fenceNumber - 1, false, true, false);
        foreach (var range in text.Split('\n'))
        {
            var line = Trim(text[range]);
            if (++number == fenceNumber || (line.IsEmpty && !isBegun && isFirst))
            {
                continue;
            }

            if (!isBegun)
            {
                var isSetting = IsSetting(line);
                if (!isSetting && !(isFirst && SettingIn(line) is not null))
                {
                    return null;
                }

                (isBegun, warns) = (true, isSetting && isFirst && IsDashes(fence));
            }

            if (IsFence(line) || line is "-->")
            {
                return refusal ?? (warns ? DiagnosticCatalog.FrontMatterFence(fenceNumber, fence.ToString()) : null);
            }

            isParagraph &= !line.IsEmpty;
            if (refusal is null && MayKeepFromReaders(line))
            {
                refusal = DiagnosticCatalog.SettingMisplaced(number, line.ToString());
                if (isFirst && isParagraph)
                {
                    return refusal;
                }
            }
        }

        return null;
    }

    private static bool IsDraft(ReadOnlySpan<char> line) =>
        line.Length <= LongestDraft
        && SettingIn(line) is var (name, value)
        && PublicationWords.Of(name, value) is PublicationMeaning.Draft;

    private static bool MayKeepFromReaders(ReadOnlySpan<char> line) =>
        SettingIn(line) is var (name, value)
        && (name.Equals("date", StringComparison.OrdinalIgnoreCase)
            || PublicationWords.Of(name, value) is not (PublicationMeaning.None or PublicationMeaning.Live)
            || PublicationWords.Meant(name, value) is { Meaning: not PublicationMeaning.Live });

    private static (string Name, string Value)? SettingIn(ReadOnlySpan<char> line) =>
        line.Length <= LongestSetting && line.IndexOfAny(Separators) is > 0 and <= LongestName and var separator
            ? (line[..separator].Trim().ToString(), line[(separator + 1)..].Trim().ToString())
            : null;

    private static bool IsSetting(ReadOnlySpan<char> line) =>
        line.IndexOfAny(Separators) is > 0 and var separator
        && line[..separator].TrimEnd().IndexOfAnyExceptInRange('_', 'z') < 0;

    /// <summary>
    /// Whether the line is a fence: dashes as word processors join them, a code fence with its language, or other
    /// characters in place of three dashes.
    /// </summary>
    private static bool IsFence(ReadOnlySpan<char> line)
    {
        if (line is "<!--")
        {
            return true;
        }

        var signs = line.TrimStart(line[..Math.Min(line.Length, 1)]);
        return IsDashes(line)
            || (line.Length - signs.Length >= 3 && line[0] switch
            {
                '*' or '_' or '=' or ';' => signs.IsEmpty,
                '`' or '~' => signs.IndexOfAnyExceptInRange('a', 'z') < 0,
                _ => false,
            });
    }

    private static bool IsDashes(ReadOnlySpan<char> line) => line.Length > 0 && line.IndexOfAnyExcept("-–—") < 0;

    /// <summary>Removes the white space around a line, and byte order marks.</summary>
    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> line) => line.Trim().Trim("\uFEFF\u200B").Trim();
}
