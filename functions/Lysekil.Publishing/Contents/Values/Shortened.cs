namespace Lysekil.Publishing.Contents.Values;

/// <summary>Shortens text, and never cuts a character that UTF-16 writes as two.</summary>
internal static class Shortened
{
    /// <summary>The text, or its beginning and an ellipsis if it is longer than the limit.</summary>
    public static string Of(string text, int most) => text.Length <= most ? text : Beginning(text, most) + "…";

    /// <summary>The beginning of a text that is longer than the limit.</summary>
    public static string Beginning(string text, int most) =>
        text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
