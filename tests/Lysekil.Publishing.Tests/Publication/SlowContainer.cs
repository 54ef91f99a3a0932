using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>Counts the blobs of more than some bytes that are being read at the same time.</summary>
internal sealed class OpenReadings(long bytes)
{
    private readonly Lock _lock = new();
    private readonly List<string> _now = [];

    public int Most { get; private set; }

    public bool Counts(BlobProperties blob) => blob.Length > bytes;

    public void Begin(string blob)
    {
        lock (_lock)
        {
            _now.Add(blob);
            Most = Math.Max(Most, _now.Distinct().Count());
        }
    }

    public void End(string blob)
    {
        lock (_lock)
        {
            _now.Remove(blob);
        }
    }
}

/// <summary>
/// A container whose blobs take a while to be read, and are counted from the first byte that is read until they are
/// disposed of.
/// </summary>
internal sealed class SlowContainer(IBlobContainer container, OpenReadings open) : IBlobContainer
{
    public async Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        await container.OpenAsync(name, cancellation) is { } reading && open.Counts(reading.Properties)
            ? reading with { Content = new SlowStream(reading, open) }
            : await container.OpenAsync(name, cancellation);

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        container.FindAsync(name, cancellation);

    public Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation) =>
        container.WriteAsync(name, content, headers, expected, cancellation);

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        container.DeleteAsync(name, expected, cancellation);

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        container.ListAsync(most, continuation, cancellation);

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        container.TagAsync(name, tags, cancellation);

    private sealed class SlowStream(BlobReading reading, OpenReadings open) : Stream
    {
        private bool _isRead;
        private bool _isDisposed;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_isRead)
            {
                _isRead = true;
                open.Begin(reading.Properties.Name);
                await Task.Delay(20, cancellationToken);
            }

            return await reading.Content.ReadAsync(buffer, cancellationToken);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isDisposed)
            {
                _isDisposed = true;
                open.End(reading.Properties.Name);
                reading.Content.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
