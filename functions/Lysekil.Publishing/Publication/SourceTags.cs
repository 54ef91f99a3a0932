using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// The blob index tags that tell an editor, in any storage browser, what became of a file: <c>state</c>, a refusal's
/// <c>reason</c>, and the <c>url</c> where something of it is live.
/// </summary>
public static class SourceTags
{
    public static IReadOnlyDictionary<string, string> Of(SourceRecord record)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["state"] = record.State.ToString().ToLowerInvariant(),
        };
        if (record.Remarks.FirstOrDefault(r => r.Severity == RemarkSeverity.Refusal) is { } refusal)
        {
            tags["reason"] = refusal.Code;
        }

        if (record.Listing?.Page.Url is { Length: <= 256 } url && url.All(IsAllowed))
        {
            tags["url"] = url;
        }

        return tags;
    }

    /// <summary>The characters of a tag's value ("Manage and find Azure Blob data with blob index tags").</summary>
    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || " +-./:=_".Contains(c, StringComparison.Ordinal);
}
