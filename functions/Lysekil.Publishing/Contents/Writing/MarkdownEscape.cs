using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Writing;

/// <summary>
/// Escapes text from another format, so that Markdown shows it as it is (CommonMark 0.31, section 2.4).
/// </summary>
public static partial class MarkdownEscape
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\`*_[]<&|~^{=+%");

    /// <summary>Escapes text within a line. Bare web and e-mail addresses stay, so that they become links.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAny(Signs))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        var from = 0;
        foreach (var address in Address().EnumerateMatches(text))
        {
            AppendEscaped(escaped, text, from, address.Index);
            escaped.Append(text, address.Index, address.Length);
            from = address.Index + address.Length;
        }

        AppendEscaped(escaped, text, from, text.Length);
        return escaped.ToString();
    }

    /// <summary>
    /// Escapes what would make the lines of a paragraph a heading, a list, a quote or a line across the page.
    /// </summary>
    /// <param name="markdown">The paragraph, as Markdown.</param>
    public static string Paragraph(string markdown) => BlockStart().Replace(markdown, @"${before}\${sign}");

    /// <summary>Writes a heading; a number sign at its end is text.</summary>
    /// <param name="level">From 1 to 6.</param>
    /// <param name="markdown">The heading in one line, as Markdown.</param>
    public static string Heading(int level, string markdown)
    {
        var text = markdown.EndsWith('#') ? markdown[..^1] + "\\#" : markdown;
        return $"{new string('#', level)} {text}";
    }

    /// <summary>Escapes the address of a link or a picture, for use between parentheses.</summary>
    public static string Url(string url)
    {
        var escaped = new StringBuilder(url.Length);
        foreach (var c in url.Trim())
        {
            if (c is ' ' or '(' or ')' or '<' or '>' or '\\' or '"' or '|' || char.IsControl(c))
            {
                escaped.Append(Uri.HexEscape(c));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    /// <summary>Writes a picture, with its caption as the title.</summary>
    public static string Picture(string description, string url, string? caption)
    {
        var title = string.IsNullOrWhiteSpace(caption)
            ? ""
            : $" \"{Text(OneLine.Of(caption)).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return $"![{Text(OneLine.Of(description))}]({Url(url)}{title})";
    }

    private static void AppendEscaped(StringBuilder escaped, string text, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (Signs.Contains(text[i]) && IsSign(text, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }
    }

    /// <summary>Whether the character may mean something at this place.</summary>
    private static bool IsSign(string text, int at)
    {
        var (before, after) = (at == 0 ? ' ' : text[at - 1], at + 1 == text.Length ? ' ' : text[at + 1]);
        return text[at] switch
        {
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '&' => after == '#' || char.IsAsciiLetter(after),
            '=' or '+' or '%' => before == text[at] || after == text[at],
            _ => true,
        };
    }

    /// <remarks>In linear time: no match begins within a word, and no set contains the character after it.</remarks>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}._%+-])(?:(?:https?://|www\.)[^\s<>\[\]|\\`*^{}""]+"
        + @"|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>What begins a block other than a paragraph; code and emphasis are escaped already.</summary>
    [GeneratedRegex(
        @"^(?<before>\d{1,9})(?<sign>[.)])(?=\s|$)"
        + @"|^(?<before>)(?<sign>#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+[ \t]*$|-{2,}[ \t]*$|:::)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex BlockStart();
}
