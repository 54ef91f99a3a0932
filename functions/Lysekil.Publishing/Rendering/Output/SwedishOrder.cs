namespace Lysekil.Publishing.Rendering.Output;

/// <summary>
/// The order of the Swedish alphabet, with å, ä and ö after z (the first two levels of Unicode CLDR's collation sv).
/// It is implemented here since the platform's order depends on the version of ICU, and pages must not (R3).
/// </summary>
public sealed class SwedishOrder : IComparer<string>
{
    private const string Alphabet = " 0123456789abcdefghijklmnopqrstuvwxyzåäö";

    private SwedishOrder()
    {
    }

    public static SwedishOrder Instance { get; } = new();

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

    private static int Rank(char c)
    {
        var letter = char.ToLowerInvariant(c) switch
        {
            'é' or 'è' or 'ê' or 'ë' => 'e',
            'á' or 'à' or 'â' => 'a',
            'ü' => 'y',
            'æ' => 'ä',
            'ø' => 'ö',
            var other => other,
        };
        var rank = Alphabet.IndexOf(letter, StringComparison.Ordinal);
        return rank >= 0 ? rank : Alphabet.Length + letter;
    }
}
