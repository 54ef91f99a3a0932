using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>
/// Mends headings without the space that Markdown needs after their signs (CommonMark 0.31, section 4.2), such as
/// <c>##Bakgrund</c>: older programs need none. A single sign begins a word of social media, too, and stays.
/// </summary>
internal static partial class HeadingMarks
{
    private const string Signs = "##";

    /// <summary>A quick test: most headings have the space.</summary>
    public static bool MayBeIn(string markdown)
    {
        for (int at, from = 0; (at = markdown.IndexOf(Signs, from, StringComparison.Ordinal)) >= 0;)
        {
            from = at + Signs.Length;
            while (from < markdown.Length && markdown[from] == '#')
            {
                from++;
            }

            if ((at == 0 || markdown[at - 1] == '\n') && from < markdown.Length && char.IsLetterOrDigit(markdown[from]))
            {
                return true;
            }
        }

        return false;
    }

    public static void Mend(MaskedText text) => text.Replace(Heading(), signs => signs.Value + " ");

    [GeneratedRegex(@"^#{2,6}(?=[\p{L}\p{N}])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
