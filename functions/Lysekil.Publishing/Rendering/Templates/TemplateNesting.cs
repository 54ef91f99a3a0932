using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Tells templates that are nested too deep for the parser, which calls itself for each level: beyond the stack's end it
/// would take the whole process along, and no exception tells.
/// </summary>
internal static partial class TemplateNesting
{
    public const int MostLevels = 50;

    /// <summary>A tag of more characters is an expression that nobody can read.</summary>
    public const int MostCharactersOfATag = 2_000;

    /// <summary>The line, from 1, on which it is too deep; <c>null</c> where it is not.</summary>
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
        for (var start = template.IndexOf('{', from); start >= 0 && start + 1 < template.Length; start = template.IndexOf('{', start + 1))
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

    /// <summary>Words that begin and end blocks: several in one tag, where that is <c>liquid</c>.</summary>
    [GeneratedRegex(@"\b(?:end)?(?:if|unless|for|case|capture|tablerow|comment|raw|ifchanged|block|macro)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
