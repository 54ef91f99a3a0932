using System.Buffers;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// Mends links and pictures that Markdown does not recognise, since there is a space in the name of the file: writes
/// <c>![Kajen](&lt;den nya kajen.jpg&gt;)</c> for <c>![Kajen](den nya kajen.jpg)</c> (CommonMark 0.31, section 6.3).
/// </summary>
internal static class SpacedAddress
{
    private const string Opening = "](";
    private const int MostCharacters = 300;
    private const int MostCharactersOfAnEnding = 5;

    private static readonly SearchValues<char> Ending = SearchValues.Create(
        ".0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The text with the addresses mended; <c>null</c> if it has none.</summary>
    /// <param name="document">The parsed text, with precise source locations: what is code there is no link.</param>
    /// <param name="markdown">The text as written, in which a quick search finds most often none.</param>
    public static string? Mend(MarkdownDocument document, string markdown)
    {
        if (!IsIn(markdown))
        {
            return null;
        }

        var addresses = new SortedDictionary<int, int>();
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            var text = literal.Content.AsSpan();
            for (var at = 0; text[at..].IndexOf(Opening) is >= 0 and var next; at += next + 1)
            {
                if (AddressAt(markdown, literal.Span.Start + at + next) is var (begin, end))
                {
                    addresses[begin] = end;
                }
            }
        }

        var (mended, done) = (new StringBuilder(markdown.Length + 64), 0);
        foreach (var (begin, end) in addresses)
        {
            mended.Append(markdown, done, begin - done).Append('<').Append(markdown, begin, end - begin).Append('>');
            done = end;
        }

        return done == 0 ? null : mended.Append(markdown, done, markdown.Length - done).ToString();
    }

    private static bool IsIn(string markdown)
    {
        for (var at = 0; (at = markdown.IndexOf(Opening, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (AddressAt(markdown, at) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Where the address begins and ends that follows an opening, which may have a title: a name with a space in it
    /// that ends as the name of a file does.
    /// </summary>
    private static (int Begin, int End)? AddressAt(string markdown, int opening)
    {
        if (opening < 0 || string.CompareOrdinal(markdown, opening, Opening, 0, Opening.Length) != 0)
        {
            return null;
        }

        var start = opening + Opening.Length;
        var text = markdown.AsSpan(start, Math.Min(MostCharacters, markdown.Length - start));
        if (End(text) is not (>= 0 and var end))
        {
            return null;
        }

        var address = text[..end].Trim();
        var begin = start + text.IndexOf(address);
        return IsSpacedFile(address) ? (begin, begin + address.Length) : null;
    }

    /// <summary>
    /// Where the parenthesis or the title begins that ends the address; -1 if neither follows on the line. Parentheses
    /// may be part of the name, as in <c>kajen (1).jpg</c>.
    /// </summary>
    private static int End(ReadOnlySpan<char> text)
    {
        var open = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n' or '<' or '[' or ']':
                    return -1;
                case '(':
                    open++;
                    break;
                case ')' when open-- == 0:
                    return i;
                case '"' when i > 0 && text[i - 1] == ' ':
                    var title = text[(i + 1)..];
                    return title.IndexOfAny('"', '\n') is >= 0 and var quote
                        && title[quote..].TrimStart("\" \t").StartsWith(')')
                            ? i
                            : -1;
            }
        }

        return -1;
    }

    private static bool IsSpacedFile(ReadOnlySpan<char> address) =>
        address.Contains(' ')
            && Path.GetExtension(address) is { Length: > 1 and <= MostCharactersOfAnEnding } ending
            && !ending.ContainsAnyExcept(Ending);
}
