using System.Collections.Concurrent;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Refreshing;

namespace Lysekil.Local.Sessions;

/// <summary>Counts what came of each source and each page, however often and in whatever order it is told.</summary>
internal sealed class OnceTally
{
    private readonly ConcurrentDictionary<string, PublishChange> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PageKey, byte> _pages = new();

    /// <summary>Sources that were looked at.</summary>
    public int Sources => _sources.Count;

    /// <summary>Pages that stand.</summary>
    public int Pages => _pages.Count;

    /// <summary>Sources that the last change left as one of these.</summary>
    public int CountOf(params PublishChange[] changes) => _sources.Values.Count(changes.Contains);

    public void Note(PublishOutcome outcome)
    {
        if (outcome.Change != PublishChange.Unchanged)
        {
            _sources[outcome.Path.Value] = outcome.Change;
        }
        else
        {
            // A second event about the same version says nothing new.
            _sources.TryAdd(outcome.Path.Value, outcome.Change);
        }
    }

    public void Note(RefreshOutcome outcome)
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
