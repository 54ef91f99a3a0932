using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Refreshing;

/// <summary>What became of a page that was to be refreshed.</summary>
public sealed record RefreshOutcome(PageKey Page, RefreshResult Result);

public enum RefreshResult
{
    /// <summary>The page had no stale row, and no earlier attempt can have written it.</summary>
    NotStale,

    /// <summary>
    /// The page was written only a moment ago, or is being refreshed by this process: a later message goes on with it.
    /// </summary>
    Deferred,

    /// <summary>The page was rendered and did not differ: nothing was written.</summary>
    Unchanged,

    Written,

    /// <summary>The index no longer needs the page.</summary>
    Deleted,
}

/// <summary>Some pages could not be refreshed; those beside them were.</summary>
/// <param name="faults">The pages that failed, each with its reason.</param>
public sealed class RefreshFailedException(IReadOnlyList<(PageKey Page, Exception Fault)> faults)
    : AggregateException(
        $"Could not refresh {string.Join(", ", faults.Select(f => f.Page))}.", faults.Select(f => f.Fault))
{
    public IReadOnlyList<(PageKey Page, Exception Fault)> Faults => faults;
}
