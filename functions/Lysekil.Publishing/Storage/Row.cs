namespace Lysekil.Publishing.Storage;

/// <summary>A row of a table.</summary>
/// <param name="Key">
/// Unique in the partition; up to 512 characters, without <c>/ \ # ?</c> and control characters.
/// </param>
/// <param name="ETag">The version.</param>
/// <param name="Modified">When this version was written, by the service's clock.</param>
/// <param name="Columns">Each value has up to 32,000 characters; all together up to 1 MiB.</param>
public sealed record Row(string Key, ETag ETag, DateTimeOffset Modified, IReadOnlyDictionary<string, string> Columns);
