namespace Lysekil.Publishing.Storage;

/// <summary>An open blob.</summary>
/// <param name="Properties">The version that is being read.</param>
/// <param name="Content">Forward only; the reader disposes of it.</param>
public sealed record BlobReading(BlobProperties Properties, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
