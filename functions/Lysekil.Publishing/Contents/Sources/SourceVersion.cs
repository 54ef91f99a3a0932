using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Contents.Sources;

/// <summary>One version of a source, as the content container held it when the publisher read it.</summary>
/// <param name="Path">The source.</param>
/// <param name="ETag">The version's ETag.</param>
/// <param name="Created">When the blob was created; the index keeps the first such time that it saw.</param>
/// <param name="Modified">When the version was uploaded.</param>
public sealed record SourceVersion(SourcePath Path, ETag ETag, DateTimeOffset Created, DateTimeOffset Modified)
{
    public static SourceVersion Of(BlobProperties blob) =>
        new(new SourcePath(blob.Name), blob.ETag, blob.Created, blob.Modified);
}
