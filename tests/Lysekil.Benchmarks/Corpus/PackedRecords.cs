using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>Records in a file, one after the other; only where each begins is in memory.</summary>
internal sealed class PackedRecords : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly long[] _starts;

    private PackedRecords(SafeFileHandle file, long[] starts) => (_file, _starts) = (file, starts);

    /// <param name="path">A file that is not there yet.</param>
    /// <param name="records">In the order of their numbers.</param>
    /// <param name="write">Writes one.</param>
    public static PackedRecords Write<T>(string path, IReadOnlyList<T> records, Action<BinaryWriter, T> write)
    {
        var starts = new long[records.Count + 1];
        using (var writer = new BinaryWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write)))
        {
            for (var i = 0; i < records.Count; i++)
            {
                write(writer, records[i]);
                starts[i + 1] = writer.BaseStream.Position;
            }
        }

        return new PackedRecords(File.OpenHandle(path, options: FileOptions.RandomAccess), starts);
    }

    /// <summary>The bytes of some records in a row.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The first after them.</param>
    public MemoryStream Open(int from, int to)
    {
        var bytes = new byte[_starts[to] - _starts[from]];
        var read = RandomAccess.Read(_file, bytes, _starts[from]);
        return read == bytes.Length ? new MemoryStream(bytes) : throw new EndOfStreamException();
    }

    /// <inheritdoc cref="Open"/>
    public BinaryReader Read(int from, int to) => new(Open(from, to), Encoding.UTF8);

    public void Dispose() => _file.Dispose();
}
