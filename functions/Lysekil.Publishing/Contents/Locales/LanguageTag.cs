namespace Lysekil.Publishing.Contents.Locales;

/// <summary>Language tags: the common part of RFC 5646, section 2.1, a language and then subtags.</summary>
internal static class LanguageTag
{
    /// <summary>The tag as it is written; <c>null</c> if the text is none.</summary>
    public static string? Read(string text) =>
        text.Length is >= 2 and <= 35 && text.Split('-') is [{ Length: 2 or 3 }, ..] parts
        && parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit))
            ? text
            : null;
}
