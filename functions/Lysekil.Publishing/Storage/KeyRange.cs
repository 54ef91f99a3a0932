namespace Lysekil.Publishing.Storage;

/// <summary>The keys from one (with or without it) up to another (without it), in ordinal order.</summary>
public sealed record KeyRange(string From, string To, bool WithoutFrom = false)
{
    /// <summary>All keys that begin with <paramref name="prefix"/>, which must not end in the last character there is.</summary>
    public static KeyRange StartingWith(string prefix) => new(prefix, End(prefix));

    /// <summary>The keys after <paramref name="key"/> that begin with <paramref name="prefix"/>.</summary>
    public static KeyRange After(string key, string prefix) => new(key, End(prefix), WithoutFrom: true);

    /// <summary>The keys from one to another, with both; one that goes on after the latter with a space comes along.</summary>
    public static KeyRange Between(string first, string last) => new(first, last + "!");

    public bool Contains(string key) =>
        string.CompareOrdinal(key, From) >= (WithoutFrom ? 1 : 0) && string.CompareOrdinal(key, To) < 0;

    /// <summary>Whether all keys of another range are in this one.</summary>
    public bool Contains(KeyRange other) =>
        string.CompareOrdinal(From, other.From) is var order && (order < 0 || (order == 0 && (other.WithoutFrom || !WithoutFrom)))
        && string.CompareOrdinal(other.To, To) <= 0;

    private static string End(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
