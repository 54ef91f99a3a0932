namespace Lysekil.Publishing.Contents.Values;

/// <summary>
/// Values that can be computed again, up to a total size; when they exceed it, all are dropped. Safe for several
/// threads.
/// </summary>
/// <param name="most">The total size, in a unit of the caller's choice.</param>
/// <param name="mostOfOne">The size of the largest value that is cached.</param>
internal sealed class BoundedCache<TKey, TValue>(int most, int mostOfOne)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private Dictionary<TKey, TValue> _values = [];
    private int _size;

    public TValue? Find(TKey key)
    {
        lock (_lock)
        {
            return _values.GetValueOrDefault(key);
        }
    }

    /// <summary>Adds a value unless the key has one, or the value is too large.</summary>
    public void Add(TKey key, TValue value, int size)
    {
        if (size > mostOfOne)
        {
            return;
        }

        lock (_lock)
        {
            if (_size + size > most)
            {
                (_values, _size) = ([], 0);
            }

            _size += _values.TryAdd(key, value) ? size : 0;
        }
    }
}
