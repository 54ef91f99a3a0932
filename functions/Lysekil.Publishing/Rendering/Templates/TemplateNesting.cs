using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Finds templates that are nested too deep for the parser, which recurses for each level: a stack overflow ends the
/// whole process, without an exception that could be caught.
/// </summary>
internal static partial class TemplateNesting
{
    public const int MostLevels = 50;

    /// <summary>The longest tag; a longer one is no readable expression.</summary>
    public const int MostCharactersOfATag = 2_000;

    /// <summary>The line, from 1, on which the template is nested too deep; <c>null</c> if it is not.</summary>
    public static int? FirstTooDeep(string template)
    {
        var level = 0;
        for (var start = NextTag(template, 0); start >= 0;)
        {
            var end = template.IndexOf(template[start + 1] == '%' ? "%}" : "}}", start + 2, StringComparison.Ordinal);
            var tag = template.AsSpan(start, (end < 0 ? template.Length : end) - start);
            level = tag[1] == '%' ? LevelAfter(tag, level) : level;
            if (level > MostLevels || tag.Length > MostCharactersOfATag || tag.Count('[') + tag.Count('(') > MostLevels)
            {
                return 1 + template.AsSpan(0, start).Count('\n');
            }

            start = NextTag(template, start + Math.Max(2, tag.Length));
        }

        return null;
    }

    private static int NextTag(string template, int from)
    {
        var start = template.IndexOf('{', from);
        for (; start >= 0 && start + 1 < template.Length; start = template.IndexOf('{', start + 1))
        {
            if (template[start + 1] is '%' or '{')
            {
                return start;
            }
        }

        return -1;
    }

    private static int LevelAfter(ReadOnlySpan<char> tag, int level)
    {
        foreach (var word in Block().EnumerateMatches(tag))
        {
            level += tag[word.Index..].StartsWith("end", StringComparison.Ordinal) ? -1 : 1;
        }

        return Math.Max(0, level);
    }

    /// <summary>The words that begin and end blocks; the tag <c>liquid</c> may have several.</summary>
    [GeneratedRegex(
        @"\b(?:end)?(?:if|unless|for|case|capture|tablerow|comment|raw|ifchanged|block|macro)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
