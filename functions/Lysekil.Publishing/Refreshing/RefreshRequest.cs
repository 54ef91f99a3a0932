using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Refreshing;

/// <summary>Pages to refresh, and what the caller knows of them.</summary>
/// <param name="Pages">The pages.</param>
/// <param name="Attempt">
/// The attempt at the message, from 1. R2: A second attempt renders even without a stale row, since the first may have
/// written an old state and crashed.
/// </param>
public sealed record RefreshRequest(IEnumerable<PageKey> Pages, int Attempt)
{
    /// <summary>
    /// Whether pages are rendered even without a stale row. A refresh that deferred them may have written an old state.
    /// </summary>
    public bool Force { get; init; }

    /// <summary>
    /// Whether the pages follow a publish. Those that are deferred then go to the queue of publishes, so that no second
    /// function has to start for them.
    /// </summary>
    public bool FollowsPublish { get; init; }

    /// <summary>The versions of stale rows that the caller has just written. These rows are not read.</summary>
    public IReadOnlyDictionary<PageKey, ETag> StaleVersion { get; init; } = new Dictionary<PageKey, ETag>();

    /// <summary>The sender's span; <c>null</c>: the current one.</summary>
    public string? Trace { get; init; }
}
