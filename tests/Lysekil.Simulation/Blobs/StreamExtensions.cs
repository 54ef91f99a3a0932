namespace Lysekil.Simulation;

/// <summary>Reads of a whole stream.</summary>
internal static class StreamExtensions
{
    /// <summary>The bytes from the current position to the end.</summary>
    public static async Task<byte[]> ReadToEndAsync(this Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream(content.CanSeek ? (int)(content.Length - content.Position) : 0);
        await content.CopyToAsync(bytes, cancellation);
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }
}
