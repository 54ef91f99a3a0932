namespace Lysekil.Publishing.Rendering.Output;

/// <summary>
/// Collects the bytes of a page in a buffer that the thread keeps, or each would grow through several of its own. What search knows of
/// a month with some hundred articles is two megabytes.
/// </summary>
internal static class PageBuffer
{
    private const int MostKept = 4 << 20;

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
