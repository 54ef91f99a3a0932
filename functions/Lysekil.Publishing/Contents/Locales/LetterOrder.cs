using System.Collections.Frozen;

namespace Lysekil.Publishing.Contents.Locales;

/// <summary>
/// The order of an alphabet, digits first (the first two levels of Unicode CLDR's collation). It is implemented here
/// since the platform's order depends on the version of ICU, and pages must not (R3).
/// </summary>
public sealed class LetterOrder : IComparer<string>
{
    private const string Digits = " 0123456789";

    private readonly FrozenDictionary<char, int> _ranks;

    /// <param name="alphabet">The letters in lower case, in their order.</param>
    /// <param name="alike">
    /// Letters that stand with one of the alphabet, as in <c>e:éè a:áà</c>: that one, and those that stand with it.
    /// </param>
    public LetterOrder(string alphabet, string alike)
    {
        var ranks = $"{Digits}{alphabet}".Select((letter, rank) => (letter, rank)).ToDictionary();
        foreach (var group in alike.Split(' '))
        {
            foreach (var letter in group[2..])
            {
                ranks[letter] = ranks[group[0]];
            }
        }

        _ranks = ranks.ToFrozenDictionary();
    }

    public int Compare(string? x, string? y)
    {
        var (one, other) = (x ?? "", y ?? "");
        for (var i = 0; i < one.Length && i < other.Length; i++)
        {
            if (Rank(one[i]).CompareTo(Rank(other[i])) is not 0 and var order)
            {
                return order;
            }
        }

        return one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other);
    }

    /// <summary>All other characters come after the alphabet, by code point.</summary>
    private int Rank(char c)
    {
        var letter = char.ToLowerInvariant(c);
        return _ranks.TryGetValue(letter, out var rank) ? rank : _ranks.Count + letter;
    }
}
