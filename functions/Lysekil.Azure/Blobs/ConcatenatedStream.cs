using Azure;

namespace Lysekil.Azure.Blobs;

/// <summary>
/// Two streams, one after the other; forward only. It disposes of neither. The second stream may be a blob that is
/// replaced while it is read: that fault becomes an <see cref="IOException"/>, lest it look like a conflict of the blob
/// that is written.
/// </summary>
internal sealed class ConcatenatedStream(Stream first, Stream second) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (await first.ReadAsync(buffer, cancellationToken) is > 0 and var read) { return read; }
        try
        {
            return await second.ReadAsync(buffer, cancellationToken);
        }
        catch (RequestFailedException fault)
        {
            throw new IOException("What was to be written could not be read to its end.", fault);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
