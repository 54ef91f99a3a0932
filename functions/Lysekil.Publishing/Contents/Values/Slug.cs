using System.Buffers;
using System.Text;

namespace Lysekil.Publishing.Contents.Values;

/// <summary>A segment of a URL: <c>a–z</c>, digits and single dashes, 1–80 characters.</summary>
public sealed record Slug
{
    public const int MostCharacters = 80;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "-0123456789abcdefghijklmnopqrstuvwxyz");

    private Slug(string value) => Value = value;

    public string Value { get; }

    /// <summary>
    /// Makes a slug: "Skolans budget – år för år" becomes <c>skolans-budget-ar-for-ar</c>. <c>null</c> if nothing
    /// is left.
    /// </summary>
    public static Slug? From(string text)
    {
        Span<char> slug = stackalloc char[MostCharacters];
        var length = 0;
        foreach (var c in text)
        {
            var lower = char.ToLowerInvariant(c);
            var letters = Fold(in lower);
            if (letters.Length > 0 && length + letters.Length <= MostCharacters)
            {
                letters.CopyTo(slug[length..]);
                length += letters.Length;
            }
            else if (letters.Length == 0
                && !IsCombiningMark(c)
                && length is > 0 and < MostCharacters
                && slug[length - 1] != '-')
            {
                slug[length++] = '-';
            }
        }

        var value = slug[..length].TrimEnd('-');
        return value.Length == 0 ? null : new Slug(value.ToString());
    }

    /// <summary>Parses a slug; <c>null</c> if the text is none.</summary>
    public static Slug? Parse(string text) =>
        text.Length is > 0 and <= MostCharacters && !text.AsSpan().ContainsAnyExcept(Characters)
        && !text.StartsWith('-') && !text.EndsWith('-') && !text.Contains("--", StringComparison.Ordinal)
            ? new Slug(text)
            : null;

    public override string ToString() => Value;

    /// <summary>
    /// Whether the character is combining: names from macOS have å as "a" and a ring (Unicode, normalization form D).
    /// </summary>
    private static bool IsCombiningMark(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>
    /// The letters of <c>a–z</c> that stand for one of an alphabet of Europe; empty for other characters.
    /// </summary>
    private static ReadOnlySpan<char> Fold(in char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => new ReadOnlySpan<char>(in c),
        'å' or 'ä' => "a",
        'ö' or 'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'đ' or 'ð' => "d",
        'ə' => "e",
        'ǥ' => "g",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ŋ' => "n",
        'ŧ' => "t",
        'ʒ' or 'ǯ' => "z",
        _ => WithoutMarks(c),
    };

    /// <summary>The letter that a mark is put on, such as the a of á.</summary>
    private static ReadOnlySpan<char> WithoutMarks(char c) =>
        char.IsLetter(c) && c.ToString().Normalize(NormalizationForm.FormD) is [>= 'a' and <= 'z' and var letter, ..]
            ? Letters.AsSpan(letter - 'a', 1)
            : "";
}
