namespace Lysekil.Publishing.Pages;

/// <summary>
/// Collects the bytes of a page in a buffer that the thread keeps: one of its own for each feed would be of a size (85,000
/// bytes and more) that the runtime frees only by its costliest collections.
/// </summary>
internal static class PageBuffer
{
    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static MemoryStream? _kept;

    /// <param name="write">Writes the page, before it returns.</param>
    public static byte[] Collect(Action<Stream> write)
    {
        var buffer = _kept ?? new MemoryStream();
        _kept = null; // A page that is written within another has a buffer of its own.
        buffer.SetLength(0);
        write(buffer);
        if (buffer.Capacity <= MostKept)
        {
            _kept = buffer;
        }

        return buffer.ToArray();
    }
}
