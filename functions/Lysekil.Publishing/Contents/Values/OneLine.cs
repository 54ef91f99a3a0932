namespace Lysekil.Publishing.Contents.Values;

/// <summary>Text in one line, with one space wherever there was white space, and none at its ends.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        IsOne(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As most text is that was never wrapped.</summary>
    private static bool IsOne(string text)
    {
        var last = ' ';
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && (c != ' ' || last == ' '))
            {
                return false;
            }

            last = c;
        }

        return last != ' ' || text.Length == 0;
    }
}
