namespace Lysekil.Publishing.Contents.Values;

/// <summary>The ends of a text's lines.</summary>
internal static class Newline
{
    /// <summary>The text with each line ended by <c>\n</c>.</summary>
    public static string Unify(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Where the line ends that holds a position, in a text with <c>\n</c> line ends.</summary>
    public static int After(string text, int position) =>
        text.IndexOf('\n', position) is >= 0 and var end ? end : text.Length;
}
