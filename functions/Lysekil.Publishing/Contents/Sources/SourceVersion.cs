using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Contents.Sources;

/// <summary>One version of a source, as the content container held it when somebody looked.</summary>
/// <param name="Path">Which source.</param>
/// <param name="ETag">Which version.</param>
/// <param name="Created">When the source came to be; the archive goes by what it saw first.</param>
/// <param name="Modified">When this version was uploaded.</param>
public sealed record SourceVersion(SourcePath Path, ETag ETag, DateTimeOffset Created, DateTimeOffset Modified)
{
    public static SourceVersion Of(BlobProperties blob) =>
        new(new SourcePath(blob.Name), blob.ETag, blob.Created, blob.Modified);
}
