using System.Buffers;

namespace Lysekil.Simulation;

/// <summary>The limits of Blob Storage for names and tags.</summary>
internal static class BlobLimits
{
    private const int MostTags = 10;

    private static readonly SearchValues<char> TagLetters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 +-./:=_");

    public static void CheckName(string name)
    {
        if (name.Length is 0 or > 1_024) { throw new ArgumentException("A blob's name has 1–1,024 characters."); }
    }

    public static void CheckTags(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > MostTags) { throw new ArgumentException($"A blob has at most {MostTags} tags."); }

        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > 128)
            {
                throw new ArgumentException($"The tag '{key}' must have 1–128 characters.");
            }

            if (value.Length > 256)
            {
                throw new ArgumentException($"The tag '{key}' has a value of over 256 characters.");
            }

            if (key.AsSpan().ContainsAnyExcept(TagLetters) || value.AsSpan().ContainsAnyExcept(TagLetters))
            {
                throw new ArgumentException($"The tag '{key}'='{value}' has letters that tags may not have.");
            }
        }
    }
}
