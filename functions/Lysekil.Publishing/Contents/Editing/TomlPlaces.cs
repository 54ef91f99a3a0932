using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Finds the places of the settings of a TOML document that stand before its first table.</summary>
internal static partial class TomlPlaces
{
    /// <param name="lines">The lines of the document, without their ends; it can be parsed.</param>
    /// <param name="firstLine">The place of the first of them in the file, from 0.</param>
    /// <returns>The places in their order; <c>null</c> if the document is written in another way.</returns>
    public static IReadOnlyList<SettingPlace>? Of(IReadOnlyList<string> lines, int firstLine)
    {
        var places = new List<SettingPlace>();
        for (var line = 0; line < lines.Count;)
        {
            var text = lines[line].Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                line++;
                continue;
            }

            if (text[0] == '[')
            {
                break;
            }

            var name = Name().Match(lines[line]);
            if (!name.Success || EndOf(lines, line, name.Length) is not var (last, end))
            {
                return null;
            }

            places.Add(new SettingPlace(
                name.Groups["key"].Value.Trim('"', '\''),
                firstLine + line,
                firstLine + last,
                name.Groups["equals"].Index + 1,
                last == line ? new ColumnRange(name.Length, end) : null));
            line = last + 1;
        }

        return places;
    }

    /// <summary>
    /// The line and the column after a value; <c>null</c> if it has no end. Strings hide brackets and comments (TOML
    /// 1.1, "String").
    /// </summary>
    private static (int Line, int Column)? EndOf(IReadOnlyList<string> lines, int line, int column)
    {
        var depth = 0;
        for (; line < lines.Count; line++, column = 0)
        {
            var text = lines[line];
            while (column < text.Length && text[column] != '#')
            {
                if (text[column] is '"' or '\'')
                {
                    if (AfterString(lines, line, column) is not var (endLine, endColumn))
                    {
                        return null;
                    }

                    (line, column, text) = (endLine, endColumn, lines[endLine]);
                    continue;
                }

                depth += text[column] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
                column++;
            }

            if (depth == 0)
            {
                return (line, text.AsSpan(0, column).TrimEnd().Length);
            }
        }

        return null;
    }

    /// <summary>The place after a string of one line, or of several between three quotes.</summary>
    private static (int Line, int Column)? AfterString(IReadOnlyList<string> lines, int line, int column)
    {
        var quote = lines[line][column];
        var fence = new string(quote, 3);
        var isLong = lines[line].AsSpan(column).StartsWith(fence);
        var closing = isLong ? fence : quote.ToString();
        for (column += closing.Length; line < lines.Count; line++, column = 0)
        {
            var text = lines[line];
            for (; column < text.Length; column++)
            {
                if (text[column] == '\\' && quote == '"')
                {
                    column++;
                }
                else if (text.AsSpan(column).StartsWith(closing))
                {
                    column += closing.Length;
                    while (isLong && column < text.Length && text[column] == quote)
                    {
                        column++;
                    }

                    return (line, column);
                }
            }

            if (!isLong)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A bare or quoted name, its equals sign, and the space around it.</summary>
    [GeneratedRegex(
        """^\s*(?<key>[A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')\s*(?<equals>=)\s*""", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
