using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>
/// Removes the tags of Word's own elements, such as <c>&lt;o:p&gt;</c>, which are no HTML to Markdown. What they
/// contain stays.
/// </summary>
internal static partial class WordMarks
{
    public static void Mend(MaskedText text) => text.Replace(Tag(), _ => "");

    [GeneratedRegex(@"</?(?:o|v|w|m|st1|u1):[A-Za-z]+(?:[ \t][^<>\n]*)?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
