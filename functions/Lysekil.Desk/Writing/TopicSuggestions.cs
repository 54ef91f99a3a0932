using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Writing;

/// <summary>The topics that articles have, for the form to suggest.</summary>
internal sealed class TopicSuggestions(SiteIndex index)
{
    private const int Most = 200;

    /// <summary>The names, those with most articles first. One storage call.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation) =>
    [
        .. (await index.SummariesAsync(IndexKeys.TopicSummaries, cancellation))
            .Where(s => s is { Count: > 0, Title.Length: > 0 })
            .OrderByDescending(s => s.Count).ThenBy(s => s.Name, StringComparer.Ordinal)
            .Take(Most).Select(s => s.Title),
    ];
}
