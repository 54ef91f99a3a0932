namespace Lysekil.Publishing.Storage;

/// <summary>The properties of one version of a blob.</summary>
/// <param name="Name">The blob's name in its container.</param>
/// <param name="ETag">The version.</param>
/// <param name="Created">
/// When the blob was created. Whether a replacement of its content counts as one is up to the service.
/// </param>
/// <param name="Modified">When this version was written.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Headers">What it is served with.</param>
public sealed record BlobProperties(
    string Name, ETag ETag, DateTimeOffset Created, DateTimeOffset Modified, long Length, BlobHeaders Headers);
