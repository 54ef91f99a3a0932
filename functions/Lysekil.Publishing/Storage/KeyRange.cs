namespace Lysekil.Publishing.Storage;

/// <summary>The keys from one up to another, in ordinal order. The first may be left out; the last always is.</summary>
public sealed record KeyRange(string From, string To, bool WithoutFrom = false)
{
    /// <summary>
    /// The least character that a key may hold (<see cref="Row"/>): no key lies between one and the same with it
    /// appended.
    /// </summary>
    private const char LeastCharacter = ' ';

    /// <summary>
    /// All keys that begin with <paramref name="prefix"/>, which must not end in the last character there is.
    /// </summary>
    public static KeyRange StartingWith(string prefix) => new(prefix, Behind(prefix));

    /// <summary>The keys after <paramref name="key"/> that begin with <paramref name="family"/>.</summary>
    public static KeyRange After(string key, string family) => new(key, Behind(family), WithoutFrom: true);

    /// <summary>The keys of a family behind all those that begin with <paramref name="prefix"/>.</summary>
    public static KeyRange AfterAll(string prefix, string family) => new(Behind(prefix), Behind(family));

    /// <summary>The keys of a family up to all those that begin with <paramref name="prefix"/>, and these.</summary>
    public static KeyRange UpToAll(string prefix, string family) => new(family, Behind(prefix));

    /// <summary>The keys from one to another, with the last and, unless it is left out, with the first.</summary>
    public static KeyRange Between(string first, string last, bool withoutFirst = false) =>
        new(first, last + LeastCharacter, withoutFirst);

    public bool Contains(string key) =>
        string.CompareOrdinal(key, From) >= (WithoutFrom ? 1 : 0) && string.CompareOrdinal(key, To) < 0;

    /// <summary>Whether all keys of another range are in this one.</summary>
    public bool Contains(KeyRange other) =>
        string.CompareOrdinal(From, other.From) is var order
        && (order < 0 || (order == 0 && (other.WithoutFrom || !WithoutFrom)))
        && string.CompareOrdinal(other.To, To) <= 0;

    /// <summary>The first text behind all that begin with a prefix.</summary>
    private static string Behind(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
