using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>Removes the references to sources that chat assistants leave in copied text.</summary>
internal static partial class AssistantMarks
{
    public static void Mend(MaskedText text)
    {
        text.Replace(Reference(), _ => "");
        text.Replace(FirstParameter(), _ => "?");
        text.Replace(OtherParameter(), _ => "");
    }

    /// <summary>
    /// <c>【4†source】</c>, <c>:contentReference[oaicite:0]{index=0}</c>, and marks within characters for private
    /// use.
    /// </summary>
    [GeneratedRegex(
        @"(?<![ \t])[ \t]*(?:【[^【】\n]*†[^【】\n]*】|:contentReference\[[^\[\]\n]*\](?:\{[^{}\n]*\})?"
        + @"|\uE200[^\uE200\uE201\n]*\uE201)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\?utm_source=(?:chatgpt\.com|openai)&", RegexOptions.CultureInvariant)]
    private static partial Regex FirstParameter();

    [GeneratedRegex(@"[?&]utm_source=(?:chatgpt\.com|openai)(?![\w.-])", RegexOptions.CultureInvariant)]
    private static partial Regex OtherParameter();
}
