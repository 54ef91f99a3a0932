using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Refreshing;

/// <summary>What is to be refreshed, and what is known of it.</summary>
/// <param name="Pages">Which pages.</param>
/// <param name="Attempt">
/// Which try of its message this is, from 1. A second try renders, stale or not: the first may have written an old state and died.
/// </param>
public sealed record RefreshRequest(IEnumerable<PageKey> Pages, int Attempt)
{
    /// <summary>Whether they are to be rendered, stale or not: who put them off may have written an old state.</summary>
    public bool Force { get; init; }

    /// <summary>The versions of stale rows, from whoever has just written them: they need not be read.</summary>
    public IReadOnlyDictionary<PageKey, ETag> StaleVersion { get; init; } = new Dictionary<PageKey, ETag>();

    /// <summary>The sender's span; <c>null</c>: what is under way.</summary>
    public string? Trace { get; init; }

    /// <summary>Told of each look at the archive before the pages are rendered from it, by whoever has questions of its own to it.</summary>
    public Action<PageRendering> Looking { get; init; } = _ => { };
}
