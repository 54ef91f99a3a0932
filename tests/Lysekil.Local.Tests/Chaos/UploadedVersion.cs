using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>A version of a source that an editor uploaded.</summary>
/// <param name="Path">Which source.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Modified">When the storage took it.</param>
internal sealed record UploadedVersion(string Path, byte[] Content, DateTimeOffset Modified)
{
    public ContentHash Hash { get; } = ContentHash.Of(Content);
}
