using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// The blob index tags that tell an editor, in any storage browser, what became of a file: its <c>state</c>, the
/// <c>reason</c> of a refusal, and the <c>url</c> where a version of it is live.
/// </summary>
public static class SourceTags
{
    public static IReadOnlyDictionary<string, string> Of(SourceRecord record)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["state"] = record.State.ToString().ToLowerInvariant(),
        };
        if (record.Diagnostics.FirstOrDefault(r => r.Severity == Severity.Refusal) is { } refusal)
        {
            tags["reason"] = refusal.Code;
        }

        if (record.Live?.Page.Url is { Length: <= 256 } url && url.All(IsAllowed))
        {
            tags["url"] = url;
        }

        return tags;
    }

    /// <summary>Whether a file has the tags of its record. A deleted file has none to compare.</summary>
    public static bool Are(IReadOnlyDictionary<string, string>? tags, SourceRecord record) =>
        record.State == SourceState.Deleted
        || (tags is not null && Of(record) is var should && tags.Count == should.Count && !should.Except(tags).Any());

    /// <summary>
    /// The characters that a tag's value may have ("Manage and find Azure Blob data with blob index tags").
    /// </summary>
    private static bool IsAllowed(char c) =>
        char.IsAsciiLetterOrDigit(c) || " +-./:=_".Contains(c, StringComparison.Ordinal);
}
