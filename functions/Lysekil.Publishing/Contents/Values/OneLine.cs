namespace Lysekil.Publishing.Contents.Values;

/// <summary>Text in one line: white space becomes single spaces, and is removed at both ends.</summary>
public static class OneLine
{
    public static string Of(string text) =>
        IsOne(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same without control characters, which cannot be seen.</summary>
    internal static string WithoutControls(string text) =>
        string.Concat(Of(text).Where(c => !char.IsControl(c)));

    /// <summary>Whether the text needs no change, as is the case for most.</summary>
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
