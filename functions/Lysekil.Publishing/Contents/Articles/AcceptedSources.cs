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
public sealed class AcceptedSources(IBlobContainer container)
{
    /// <summary>Larger contents are pictures and documents, which are read once.</summary>
    private const int MostBytesOfOne = 64 << 10;

    private const int MostBytes = 8 << 20;

    /// <summary>In bytes of their sources; a parsed text takes some twenty times as much memory.</summary>
    private const int MostBytesOfTexts = 256 << 10;

    private static readonly BlobHeaders Headers = new("application/octet-stream");

    private readonly BoundedCache<ContentHash, byte[]> _contents = new(MostBytes, MostBytesOfOne);
    private readonly BoundedCache<(SourcePath Path, ContentHash Hash, DateOnly? Date), MarkdownText> _texts =
        new(MostBytesOfTexts, MostBytesOfOne);

    /// <summary>Keeps a content; does nothing if it is kept already. One storage call.</summary>
    public Task KeepAsync(ContentHash hash, Stream content, CancellationToken cancellation) =>
        container.WriteAsync(hash.Value, content, Headers, expected: null, cancellation);

    /// <inheritdoc cref="KeepAsync(ContentHash, Stream, CancellationToken)"/>
    /// <exception cref="ArgumentException">The content has no bytes.</exception>
    public async Task KeepAsync(SourcePath path, AcceptedContent content, CancellationToken cancellation)
    {
        var bytes = content.Bytes?.ToArray() ?? throw new ArgumentException(
            "The content has no bytes.", nameof(content));
        using var stream = new MemoryStream(bytes);
        await KeepAsync(content.Hash, stream, cancellation);
        foreach (var picture in content.Pictures)
        {
            await KeepAsync(path, picture, cancellation);
        }

        _contents.Add(content.Hash, bytes, bytes.Length);
        if (content.Text is { } text)
        {
            _texts.Add((path, content.Hash, content.Date), text, bytes.Length);
        }
    }

    /// <summary>Opens a content that was kept.</summary>
    /// <exception cref="LostContentException">The container does not have it, although the index names it.</exception>
    public async Task<Stream> OpenAsync(SourcePath path, ContentHash hash, CancellationToken cancellation) =>
        (await container.OpenAsync(hash.Value, cancellation))?.Content ?? throw new LostContentException(path, hash);

    /// <summary>Reads a content that was kept: one storage call, or none if it is in the cache.</summary>
    /// <inheritdoc cref="OpenAsync" path="/exception"/>
    public async Task<byte[]> ReadAsync(SourcePath path, ContentHash hash, CancellationToken cancellation)
    {
        if (_contents.Find(hash) is { } known)
        {
            return known;
        }

        await using var content = await OpenAsync(path, hash, cancellation);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        var read = bytes.ToArray();
        _contents.Add(hash, read, read.Length);
        return read;
    }

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
    public async Task<MarkdownText> ReadTextAsync(
        SourcePath path, ContentHash hash, DateOnly? date, CancellationToken cancellation)
    {
        if (_texts.Find((path, hash, date)) is { } known)
        {
            return known;
        }

        var bytes = await ReadAsync(path, hash, cancellation);
        var parts = ManuscriptParts.Of(path, bytes, date ?? DateOnly.MaxValue).Parts;
        return parts?.ReadText().Text
            ?? throw new InvalidDataException($"The accepted content {hash} of {path} cannot be read.");
    }
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
