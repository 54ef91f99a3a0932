using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>
/// Mends bold words that Markdown shows with their stars, since no space follows or a space precedes the last of them:
/// <c>**Obs!**Texten</c> and <c>**Svar: **Ja</c> (CommonMark 0.31, section 6.2, right-flanking delimiter runs). Word
/// processors let bold end anywhere.
/// </summary>
internal static partial class BoldMarks
{
    private const string Stars = "**";

    /// <summary>A quick test: most texts have no bold words that end so.</summary>
    public static bool MayBeIn(string markdown)
    {
        var isOpen = false;
        for (int last = 0, at; (at = markdown.IndexOf(Stars, last, StringComparison.Ordinal)) >= 0;)
        {
            var end = at + Stars.Length;
            isOpen &= !markdown.AsSpan(last, at - last).Contains('\n');
            if (isOpen
                && (char.IsWhiteSpace(markdown[at - 1])
                    || (end < markdown.Length
                        && char.IsLetterOrDigit(markdown[end])
                        && !char.IsLetterOrDigit(markdown[at - 1]))))
            {
                return true;
            }

            (isOpen, last) = (!isOpen, end);
        }

        return false;
    }

    public static void Mend(MaskedText text) => text.Replace(Bold(), match =>
    {
        var bold = text.Of(match.Groups["bold"]);
        var trimmed = bold.TrimEnd();
        if (trimmed.Length < bold.Length)
        {
            return $"{Stars}{trimmed}{Stars}{bold[trimmed.Length..]}";
        }

        // After a quotation or a bracket a word may go on; after the end of a sentence another begins.
        return !match.Groups["next"].Success || char.IsLetterOrDigit(bold[^1]) ? null
            : bold[^1] is '”' or '"' or '’' or '\'' or '»' or ')' or ']' ? $"<strong>{bold}</strong>"
            : text.Of(match) + " ";
    });

    [GeneratedRegex(@"(?<![*\\])\*\*(?!\*)(?<bold>[^\s*][^*\n]*)\*\*(?!\*)(?=(?<next>[\p{L}\p{N}])?)")]
    private static partial Regex Bold();
}
