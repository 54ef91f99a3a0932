using System.Runtime.InteropServices;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The accepted contents, each stored once under its hash and never changed. Recent contents and parsed texts are
/// cached: the page and the feeds read right after a publish what the publish has just validated. Safe for several
/// threads.
/// </summary>
public sealed class AcceptedSources
{
    /// <summary>Larger contents are pictures and documents, which are read once.</summary>
    private const int MostBytesOfOne = 64 << 10;

    private const int MostBytes = 8 << 20;

    /// <summary>In bytes of their sources; a parsed text takes some twenty times as much memory.</summary>
    private const int MostBytesOfTexts = 256 << 10;

    /// <summary>In bytes, of a text while it is parsed.</summary>
    private const int MemoryForAByte = 20;

    private static readonly BlobHeaders Headers = new("application/octet-stream");

    private readonly IBlobContainer _container;
    private readonly BoundedCache<ContentHash, byte[]> _contents = new(MostBytes, MostBytesOfOne);
    private readonly BoundedCache<(SourcePath Path, ContentHash Hash, DateOnly? Date), MarkdownText> _texts =
        new(MostBytesOfTexts, MostBytesOfOne);

    /// <param name="container">The container of the contents.</param>
    public AcceptedSources(IBlobContainer container)
        : this(container, new LargeWork())
    {
    }

    /// <param name="container">The container of the contents.</param>
    /// <param name="large">The turns of large contents.</param>
    internal AcceptedSources(IBlobContainer container, LargeWork large) => (_container, Large) = (container, large);

    /// <summary>The turns of large contents.</summary>
    internal LargeWork Large { get; }

    /// <summary>Keeps a content; does nothing if it is kept already. One storage call.</summary>
    public Task KeepAsync(ContentHash hash, Stream content, CancellationToken cancellation) =>
        _container.WriteAsync(hash.Value, content, Headers, expected: null, cancellation);

    /// <inheritdoc cref="KeepAsync(ContentHash, Stream, CancellationToken)"/>
    /// <exception cref="ArgumentException">The content has no bytes.</exception>
    public async Task KeepAsync(SourcePath path, AcceptedContent content, CancellationToken cancellation)
    {
        var bytes = content.Bytes ?? throw new ArgumentException("The content has no bytes.", nameof(content));
        using var stream = AsStream(bytes);
        await KeepAsync(content.Hash, stream, cancellation);
        foreach (var picture in content.Pictures)
        {
            await KeepAsync(path, picture, cancellation);
        }

        if (bytes.Length <= MostBytesOfOne)
        {
            _contents.Add(content.Hash, bytes.ToArray(), bytes.Length);
        }

        if (content.Text is { } text)
        {
            _texts.Add((path, content.Hash, content.Date), text, bytes.Length);
        }
    }

    /// <summary>
    /// Opens a content that was kept. A large one waits for its turn, which ends when the stream is disposed of
    /// (<see cref="LargeWork"/>): two storage calls, else one.
    /// </summary>
    /// <param name="path">The source.</param>
    /// <param name="hash">The content's hash.</param>
    /// <param name="held">What the pass holds that reads the content.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="LostContentException">The container does not have it, although the index names it.</exception>
    internal async Task<Stream> OpenAsync(
        SourcePath path, ContentHash hash, HeldMemory held, CancellationToken cancellation)
    {
        var (reading, turn) = await OpenInTurnAsync(path, hash, held, cancellation);
        return turn is null ? reading.Content : new StreamInTurn(reading.Content, turn);
    }

    /// <summary>Reads a large content, and holds its turn.</summary>
    /// <returns>The content, and its turn for the caller to end; <c>null</c> for one that is not large.</returns>
    /// <inheritdoc cref="OpenAsync" path="/exception"/>
    internal async Task<(byte[] Bytes, IDisposable? Turn)> ReadInTurnAsync(
        SourcePath path, ContentHash hash, HeldMemory held, CancellationToken cancellation)
    {
        var (reading, turn) = await OpenInTurnAsync(path, hash, held, cancellation);
        try
        {
            return (await BytesAsync(reading, cancellation), turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <summary>Reads a content that was kept: one storage call, or none if it is in the cache.</summary>
    /// <inheritdoc cref="OpenAsync" path="/exception"/>
    public Task<byte[]> ReadAsync(SourcePath path, ContentHash hash, CancellationToken cancellation) =>
        ReadAsync(path, hash, held: null, cancellation);

    /// <summary>
    /// Reads the text of an accepted article or standing page: parsed once if this process has validated it a moment
    /// ago, else parsed again. The file's settings are not validated again: what a rule refuses today was accepted
    /// then, and stays live.
    /// </summary>
    /// <param name="path">The source.</param>
    /// <param name="hash">The content's hash.</param>
    /// <param name="date">
    /// The day of the article's date, by which a date that opens the text leaves it or stays, as it did when the text
    /// was accepted (R3); <c>null</c> for a standing page.
    /// </param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <inheritdoc cref="OpenAsync" path="/exception"/>
    /// <exception cref="InvalidDataException">The rules have changed so that the content cannot be parsed.</exception>
    public Task<MarkdownText> ReadTextAsync(
        SourcePath path, ContentHash hash, DateOnly? date, CancellationToken cancellation) =>
        ReadTextAsync(path, hash, date, held: null, cancellation);

    /// <param name="path">The source.</param>
    /// <param name="hash">The content's hash.</param>
    /// <param name="date">The day of the article's date.</param>
    /// <param name="held">Counts the memory that a text takes; <c>null</c>: nothing does.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <inheritdoc cref="ReadTextAsync(SourcePath, ContentHash, DateOnly?, CancellationToken)"/>
    internal async Task<MarkdownText> ReadTextAsync(
        SourcePath path, ContentHash hash, DateOnly? date, HeldMemory? held, CancellationToken cancellation)
    {
        if (_texts.Find((path, hash, date)) is { } known)
        {
            return known;
        }

        var bytes = await ReadAsync(path, hash, held, cancellation);
        var parts = ManuscriptParts.Of(path, bytes, date ?? DateOnly.MaxValue).Parts;
        return parts?.ReadText().Text
            ?? throw new InvalidDataException($"The accepted content {hash} of {path} cannot be read.");
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>The bytes of an open content, in memory once.</summary>
    private static async Task<byte[]> BytesAsync(BlobReading reading, CancellationToken cancellation)
    {
        await using (reading)
        {
            var bytes = new byte[reading.Properties.Length];
            await reading.Content.ReadExactlyAsync(bytes, cancellation);
            return bytes;
        }
    }

    private async Task<byte[]> ReadAsync(
        SourcePath path, ContentHash hash, HeldMemory? held, CancellationToken cancellation)
    {
        if (_contents.Find(hash) is { } known)
        {
            return known;
        }

        var reading = await FindAsync(path, hash, cancellation);
        if (held is not null
            && reading.Properties.Length > MostBytesOfOne
            && held.AddAsync(reading.Properties.Length * MemoryForAByte, cancellation) is { IsCompleted: false } turn)
        {
            // Storage does not wait for so long.
            await reading.DisposeAsync();
            await turn;
            reading = await FindAsync(path, hash, cancellation);
        }

        var bytes = await BytesAsync(reading, cancellation);
        _contents.Add(hash, bytes, bytes.Length);
        return bytes;
    }

    private async Task<(BlobReading Reading, IDisposable? Turn)> OpenInTurnAsync(
        SourcePath path, ContentHash hash, HeldMemory held, CancellationToken cancellation)
    {
        var reading = await FindAsync(path, hash, cancellation);
        if (reading.Properties.Length <= Large.MostOfFile)
        {
            return (reading, null);
        }

        // It is opened again, since storage does not wait for so long.
        await reading.DisposeAsync();
        await held.HoldMuchAsync(cancellation);
        var turn = await Large.BeginFileAsync(cancellation);
        try
        {
            return (await FindAsync(path, hash, cancellation), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private async Task<BlobReading> FindAsync(SourcePath path, ContentHash hash, CancellationToken cancellation) =>
        await _container.OpenAsync(hash.Value, cancellation) ?? throw new LostContentException(path, hash);
}

/// <summary>
/// The container does not have an accepted content that the index names, as after a restore. A publish keeps it again
/// if the file still has it (<see cref="Index.OutboxEntry.KeepsContent"/>).
/// </summary>
/// <param name="path">The source.</param>
/// <param name="hash">The content's hash.</param>
public sealed class LostContentException(SourcePath path, ContentHash hash)
    : IOException($"The accepted content {hash} of {path} is missing from its container.")
{
    public SourcePath Path => path;
}

/// <summary>Content that is kept before its source goes live.</summary>
/// <param name="Hash">The content's hash, under which it is kept.</param>
/// <param name="Bytes">
/// The content; <c>null</c> for a file that is not read whole, which the publisher reads again from the source to keep
/// it.
/// </param>
/// <param name="Text">The text parsed from the bytes; <c>null</c> for any other file.</param>
/// <param name="Date">The day of an article's date; <c>null</c> for any other file.</param>
public sealed record AcceptedContent(
    ContentHash Hash, ReadOnlyMemory<byte>? Bytes, MarkdownText? Text = null, DateOnly? Date = null)
{
    /// <summary>The pictures that the text held itself, each of which is kept as a content of its own.</summary>
    public IReadOnlyList<AcceptedContent> Pictures { get; init; } = [];
}
