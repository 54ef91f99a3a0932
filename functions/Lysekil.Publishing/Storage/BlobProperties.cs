namespace Lysekil.Publishing.Storage;

/// <summary>What a container tells about one version of a blob.</summary>
/// <param name="Name">The blob's name in its container.</param>
/// <param name="ETag">The version.</param>
/// <param name="Created">When the blob came to be. Whether replacing its content changes that is the service's affair.</param>
/// <param name="Modified">When this version was written.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Headers">What it is served with.</param>
public sealed record BlobProperties(
    string Name, ETag ETag, DateTimeOffset Created, DateTimeOffset Modified, long Length, BlobHeaders Headers);
