using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>
/// Removes the attributes that pandoc and Kramdown write behind words, pictures and links, and the fences around parts
/// of a text that have some. Of what they say, only underlined and marked words are shown.
/// </summary>
internal static partial class PandocMarks
{
    private const string Attributes =
        @"\{:?[ \t]*(?:[#.][^\s{}""'=]+|[\w-]+=(?:""[^""\n{}]*""|[^\s""'{}]+))"
        + @"(?:[ \t]+(?:[#.][^\s{}""'=]+|[\w-]+=(?:""[^""\n{}]*""|[^\s""'{}]+)))*[ \t]*\}";

    public static void Mend(MaskedText text)
    {
        text.Replace(Span(), span => Shown(text.Of(span.Groups["text"]), span.Groups["attributes"].Value));
        text.Replace(Behind(), _ => "");
        text.Replace(Fence(), _ => "");
    }

    private static string Shown(string text, string attributes)
    {
        bool Has(string name) => attributes.Contains(name, StringComparison.Ordinal);
        return text.Length == 0 ? ""
            : Has(".underline") || Has(".ul") ? $"<u>{text}</u>"
            : Has(".mark") ? $"=={text}=="
            : text;
    }

    [GeneratedRegex(
        @"(?<![!\]])\[(?<text>[^\[\]\n]*)\](?<attributes>" + Attributes + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    /// <summary>Attributes of a link, a picture or code.</summary>
    [GeneratedRegex(@"(?<=[)\]\0])" + Attributes, RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"^[ \t]*:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]*)[ \t]*:*[ \t]*$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
