using System.Globalization;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>A correction of a text that had been published, as readers are told of it.</summary>
/// <param name="Date">When the text was corrected, with the site's offset at that time.</param>
/// <param name="Text">Plain text: what was wrong, or what is right.</param>
public sealed record Correction(DateTimeOffset Date, string Text)
{
    /// <summary>The most corrections of a text.</summary>
    public const int Most = 10;

    /// <summary>The most characters of one.</summary>
    public const int MostCharacters = 500;

    /// <summary>A moment, a space and the text.</summary>
    internal string Write() => string.Create(CultureInfo.InvariantCulture, $"{Date:O} {Text}");

    internal static Correction Read(string written)
    {
        var end = written.IndexOf(' ', StringComparison.Ordinal);
        return new(
            DateTimeOffset.ParseExact(written.AsSpan(0, end), "O", CultureInfo.InvariantCulture), written[(end + 1)..]);
    }
}
