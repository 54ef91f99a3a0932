using System.Collections.Frozen;
using System.Globalization;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>The point of a picture that stays in sight where lists show a part of it.</summary>
/// <param name="X">In percent of the width, from the left; 0–100.</param>
/// <param name="Y">In percent of the height, from the top; 0–100.</param>
public readonly record struct FocalPoint(int X, int Y)
{
    private const int Middle = 50;

    public static FocalPoint Centre { get; } = new(Middle, Middle);

    /// <summary>Words for a side, as slugs.</summary>
    private static readonly FrozenDictionary<string, (int? X, int? Y)> Words = new Dictionary<string, (int? X, int? Y)>
    {
        ["top"] = (null, 0),
        ["overst"] = (null, 0),
        ["upptill"] = (null, 0),
        ["uppe"] = (null, 0),
        ["bottom"] = (null, 100),
        ["nederst"] = (null, 100),
        ["nedtill"] = (null, 100),
        ["nere"] = (null, 100),
        ["left"] = (0, null),
        ["vanster"] = (0, null),
        ["right"] = (100, null),
        ["hoger"] = (100, null),
        ["center"] = (null, null),
        ["centre"] = (null, null),
        ["mitten"] = (null, null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a point as editors write it: <c>50% 20%</c>, or a word or two, such as <c>överst</c>.</summary>
    /// <returns><c>null</c> if the text is no such.</returns>
    public static FocalPoint? Parse(string text) =>
        text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var left, var top]
                when left.EndsWith('%') == top.EndsWith('%') && Percent(left) is { } x && Percent(top) is { } y =>
                    new(x, y),
            [var word] when Word(word) is var (x, y) => new(x ?? Middle, y ?? Middle),
            [var one, var other]
                when Word(one) is var (x, y) && Word(other) is var (otherX, otherY)
                    && (x ?? otherX) == (otherX ?? x) && (y ?? otherY) == (otherY ?? y) =>
                    new(x ?? otherX ?? Middle, y ?? otherY ?? Middle),
            _ => null,
        };

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{X},{Y}");

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    public static FocalPoint Read(string text)
    {
        var at = text.IndexOf(',', StringComparison.Ordinal);
        return new(Number(text.AsSpan(0, at)), Number(text.AsSpan(at + 1)));

        static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    private static int? Percent(string text) =>
        int.TryParse(text.AsSpan().TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            && percent <= 100
            ? percent
            : null;

    private static (int? X, int? Y)? Word(string text) =>
        Slug.From(text) is { } slug && Words.TryGetValue(slug.Value, out var sides) ? sides : null;
}
