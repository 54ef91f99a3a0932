using System.Collections.Concurrent;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Refreshing;

namespace Lysekil.Local.Sessions;

/// <summary>Counts sources and pages by their last outcome, in whatever order outcomes come. Thread safe.</summary>
internal sealed class OutcomeCounts
{
    private readonly ConcurrentDictionary<string, PublishChange> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PageKey, byte> _pages = new();

    /// <summary>The number of sources with an outcome.</summary>
    public int Sources => _sources.Count;

    /// <summary>The number of pages that were written and not deleted since.</summary>
    public int Pages => _pages.Count;

    /// <summary>The number of sources whose last change is one of these.</summary>
    public int CountOf(params PublishChange[] changes) => _sources.Values.Count(changes.Contains);

    public void Add(PublishOutcome outcome)
    {
        if (outcome.Change != PublishChange.Unchanged)
        {
            _sources[outcome.Path.Value] = outcome.Change;
        }
        else
        {
            // A second event of the same version does not replace the first outcome.
            _sources.TryAdd(outcome.Path.Value, outcome.Change);
        }
    }

    public void Add(RefreshOutcome outcome)
    {
        if (outcome.Result == RefreshResult.Written)
        {
            _pages[outcome.Page] = 0;
        }
        else if (outcome.Result == RefreshResult.Deleted)
        {
            _pages.TryRemove(outcome.Page, out _);
        }
    }
}
