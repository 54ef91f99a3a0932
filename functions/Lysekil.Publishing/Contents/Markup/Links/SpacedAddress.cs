using System.Buffers;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Links;

/// <summary>
/// Mends links and pictures that Markdown does not recognise, since there is a space in the name of the file: writes
/// <c>![Kajen](&lt;den nya kajen.jpg&gt;)</c> for <c>![Kajen](den nya kajen.jpg)</c> (CommonMark 0.31, section 6.3). A
/// size after the name, as in <c>kajen.jpg =300x200</c>, is left out.
/// </summary>
internal static class SpacedAddress
{
    private const string Opening = "](";
    private const int MostCharacters = 300;
    private const int MostCharactersOfAnEnding = 5;

    private static readonly SearchValues<char> Ending = SearchValues.Create(
        ".0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> Size = SearchValues.Create("0123456789x");

    /// <summary>The text with the addresses mended; <c>null</c> if it has none.</summary>
    /// <param name="document">The parsed text, with precise source locations: what is code there is no link.</param>
    /// <param name="markdown">The text as written, in which a quick search finds most often none.</param>
    public static string? Mend(MarkdownDocument document, string markdown)
    {
        if (!IsIn(markdown))
        {
            return null;
        }

        var addresses = new SortedDictionary<int, (int Begin, int NameEnd, int End)>();
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            var text = literal.Content.AsSpan();
            for (var at = 0; text[at..].IndexOf(Opening) is >= 0 and var next; at += next + 1)
            {
                if (AddressAt(markdown, literal.Span.Start + at + next) is { } address)
                {
                    addresses[address.Begin] = address;
                }
            }
        }

        var (mended, done) = (new StringBuilder(markdown.Length + 64), 0);
        foreach (var (begin, nameEnd, end) in addresses.Values)
        {
            mended.Append(markdown, done, begin - done);
            mended.Append('<').Append(markdown, begin, nameEnd - begin).Append('>');
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
    /// Where the address begins and ends that follows an opening, which may have a title: a name with a space in it or
    /// a size behind it, that ends as the name of a file does.
    /// </summary>
    private static (int Begin, int NameEnd, int End)? AddressAt(string markdown, int opening)
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
        var size = SizeIn(address);
        var name = address[..^size].TrimEnd();
        return size > 0 || name.Contains(' ')
            ? IsFile(name) ? (begin, begin + name.Length, begin + address.Length) : null
            : null;
    }

    /// <summary>The number of characters of the size that ends an address.</summary>
    private static int SizeIn(ReadOnlySpan<char> address) =>
        address.LastIndexOf(" =") is > 0 and var at
        && at + 2 < address.Length
        && !address[(at + 2)..].ContainsAnyExcept(Size)
            ? address.Length - at
            : 0;

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

    private static bool IsFile(ReadOnlySpan<char> name) =>
        Path.GetExtension(name) is { Length: > 1 and <= MostCharactersOfAnEnding } ending
            && !ending.ContainsAnyExcept(Ending);
}
