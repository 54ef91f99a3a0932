namespace Lysekil.Azure.Blobs;

/// <summary>
/// A stream without a length is read ahead: a short one becomes a stream with a length, which the client library writes
/// in one call. A long one is given back whole, for it to write in blocks.
/// </summary>
internal static class ReadAhead
{
    /// <summary>Returns the same bytes, with a length if there are at most <paramref name="most"/> of them.</summary>
    public static async Task<Stream> ReadAheadAsync(Stream content, int most, CancellationToken cancellation)
    {
        if (content.CanSeek) { return content; }
        var ahead = new MemoryStream();
        var buffer = new byte[81_920];
        while (ahead.Length <= most)
        {
            var read = await content.ReadAsync(buffer, cancellation);
            if (read == 0)
            {
                ahead.Position = 0;
                return ahead;
            }

            ahead.Write(buffer, 0, read);
        }

        ahead.Position = 0;
        return new JoinedStream(ahead, content);
    }
}
