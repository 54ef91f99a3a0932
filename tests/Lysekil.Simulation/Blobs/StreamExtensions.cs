namespace Lysekil.Simulation;

/// <summary>Reads what is to be written.</summary>
internal static class StreamExtensions
{
    /// <summary>All that comes from where the stream is.</summary>
    public static async Task<byte[]> ReadToEndAsync(this Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream(content.CanSeek ? (int)(content.Length - content.Position) : 0);
        await content.CopyToAsync(bytes, cancellation);
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }
}
