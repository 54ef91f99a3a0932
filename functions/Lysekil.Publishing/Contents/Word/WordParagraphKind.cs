using System.Globalization;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>What a paragraph is to its reader.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Level">The level of a heading, from 1; else 0.</param>
internal readonly record struct WordParagraphKind(WordRole Role, int Level = 0)
{
    public static WordParagraphKind Text { get; } = new(WordRole.Text);

    public static WordParagraphKind Heading(int level) => new(WordRole.Heading, Math.Min(level, 6));

    /// <summary>The kind that a built-in style has; <c>null</c> for any other style.</summary>
    public static WordParagraphKind? OfStyle(string name) => name.Trim().ToLowerInvariant() switch
    {
        "title" => Heading(1),
        "quote" or "intense quote" or "block text" => new(WordRole.Quote),
        "caption" => new(WordRole.Caption),
        "toc heading" => new(WordRole.Contents),
        var toc when toc.StartsWith("toc ", StringComparison.Ordinal) => new(WordRole.Contents),
        var heading when heading.StartsWith("heading ", StringComparison.Ordinal)
            && int.TryParse(heading.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            && level is >= 1 and <= 9 => Heading(level),
        _ => null,
    };
}

internal enum WordRole
{
    Text,
    Heading,
    Quote,

    /// <summary>The caption of the picture before it.</summary>
    Caption,

    /// <summary>A table of contents, which Word makes of the headings.</summary>
    Contents,
}
