using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>
/// Records in a file, in the order of their keys. Keys and offsets are in memory, in three objects, so that the garbage
/// collector has little to trace.
/// </summary>
internal sealed class PackedRecords : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly long[] _starts;
    private readonly byte[] _keys;
    private readonly int[] _keyStarts;

    /// <param name="path">A file written by <see cref="Write"/>.</param>
    public PackedRecords(string path)
    {
        using var index = new BinaryReader(File.OpenRead(IndexOf(path)));
        var count = index.ReadInt32() + 1;
        (_starts, _keyStarts) = (new long[count], new int[count]);
        for (var i = 0; i < _starts.Length; i++)
        {
            (_starts[i], _keyStarts[i]) = (index.ReadInt64(), index.ReadInt32());
        }

        _keys = index.ReadBytes(_keyStarts[^1]);
        _file = File.OpenHandle(path, options: FileOptions.RandomAccess);
    }

    /// <param name="path">The file to create; an index is created beside it.</param>
    /// <param name="records">The records in ordinal order of their keys.</param>
    /// <param name="keyOf">Returns the key of a record.</param>
    /// <param name="write">Writes a record.</param>
    public static void Write<T>(
        string path, IReadOnlyList<T> records, Func<T, string> keyOf, Action<BinaryWriter, T> write)
    {
        using var writer = new BinaryWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
        using var index = new BinaryWriter(new FileStream(IndexOf(path), FileMode.CreateNew, FileAccess.Write));
        using var keys = new MemoryStream();
        index.Write(records.Count);
        Mark();
        foreach (var record in records)
        {
            write(writer, record);
            keys.Write(Encoding.UTF8.GetBytes(keyOf(record)));
            Mark();
        }

        index.Write(keys.ToArray());

        void Mark()
        {
            index.Write(writer.BaseStream.Position);
            index.Write((int)keys.Position);
        }
    }

    /// <summary>The number of records whose key is before a key.</summary>
    public int PlaceOf(string key)
    {
        // UTF-8 bytes sort as their characters do.
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(key.Length)];
        bytes = bytes[..Encoding.UTF8.GetBytes(key, bytes)];
        var (low, high) = (0, _starts.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = KeyAt(middle).SequenceCompareTo(bytes) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The position of the record with a key; <c>null</c> if there is none.</summary>
    public int? Find(string key) => PlaceOf(key) is var place && place < _starts.Length - 1 && KeyOf(place) == key
        ? place : null;

    public string KeyOf(int place) => Encoding.UTF8.GetString(KeyAt(place));

    /// <summary>The bytes of consecutive records.</summary>
    /// <param name="from">The position of the first record.</param>
    /// <param name="to">The position after the last record.</param>
    public MemoryStream Open(int from, int to)
    {
        var bytes = new byte[_starts[to] - _starts[from]];
        var read = RandomAccess.Read(_file, bytes, _starts[from]);
        return read == bytes.Length ? new MemoryStream(bytes) : throw new EndOfStreamException();
    }

    /// <inheritdoc cref="Open"/>
    public BinaryReader Read(int from, int to) => new(Open(from, to), Encoding.UTF8);

    public void Dispose() => _file.Dispose();

    private static string IndexOf(string path) => path + ".index";

    private ReadOnlySpan<byte> KeyAt(int place) => _keys.AsSpan(_keyStarts[place].._keyStarts[place + 1]);
}
