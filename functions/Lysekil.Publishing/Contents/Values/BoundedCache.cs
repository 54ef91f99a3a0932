namespace Lysekil.Publishing.Contents.Values;

/// <summary>
/// Keeps values that never change for their keys, up to a total size. When it is full it forgets all of them, which
/// takes no bookkeeping and costs one more read of each that is still in use. Safe for several threads.
/// </summary>
/// <param name="capacity">The most that all values together may take.</param>
/// <param name="sizeOf">What one value takes, in the unit of the capacity.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity, Func<TValue, int> sizeOf)
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

    /// <summary>
    /// Keeps a value; nothing happens where its key is known, or where it is larger than the whole cache.
    /// </summary>
    public void Add(TKey key, TValue value)
    {
        var size = sizeOf(value);
        if (size > capacity)
        {
            return;
        }

        lock (_lock)
        {
            if (_values.ContainsKey(key))
            {
                return;
            }

            if (_size + size > capacity)
            {
                (_values, _size) = ([], 0);
            }

            _values.Add(key, value);
            _size += size;
        }
    }
}
