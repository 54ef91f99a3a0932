using System.Buffers;

namespace Lysekil.Simulation;

/// <summary>What Blob Storage refuses: names that are too long, and tags outside their letters and sizes.</summary>
internal static class BlobLimits
{
    private const int MostTags = 10;

    private static readonly SearchValues<char> _tagLetters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 +-./:=_");

    public static void CheckName(string name) =>
        Require(name.Length is > 0 and <= 1_024, "A blob's name has 1–1,024 characters.");

    public static void CheckTags(IReadOnlyDictionary<string, string> tags)
    {
        Require(tags.Count <= MostTags, $"A blob has at most {MostTags} tags.");
        foreach (var (key, value) in tags)
        {
            Require(key.Length is > 0 and <= 128, $"The tag '{key}' must have 1–128 characters.");
            Require(value.Length <= 256, $"The tag '{key}' has a value of over 256 characters.");
            Require(
                !key.AsSpan().ContainsAnyExcept(_tagLetters) && !value.AsSpan().ContainsAnyExcept(_tagLetters),
                $"The tag '{key}'='{value}' has letters that tags may not have.");
        }
    }

    private static void Require(bool kept, string rule)
    {
        if (!kept) { throw new ArgumentException(rule); }
    }
}
