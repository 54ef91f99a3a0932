using System.Collections;
using System.Runtime.CompilerServices;

namespace Lysekil.Publishing.Contents.Values;

/// <summary>
/// A list that equals another list of equal elements, so that records that contain it compare by value.
/// </summary>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
public sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    private readonly T[] _items;

    public EquatableList(IEnumerable<T> items) => _items = [.. items];

    internal EquatableList(ReadOnlySpan<T> items) => _items = items.ToArray();

    internal static EquatableList<T> Empty { get; } = new([]);

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public bool Equals(EquatableList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    public override int GetHashCode() => _items.Aggregate(0, HashCode.Combine);

    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", _items)}]";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class EquatableList
{
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items) =>
        items.IsEmpty ? EquatableList<T>.Empty : new(items);
}
