using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Relay;

/// <summary>The versions in the content container that have been announced.</summary>
internal sealed class ContentSnapshot
{
    private readonly Dictionary<string, ETag> _versions = new(StringComparer.Ordinal);

    public int Count => _versions.Count;

    /// <summary>The differences from <paramref name="listing"/>, in the order of their names.</summary>
    public IReadOnlyList<ContentChange> Compare(IReadOnlyCollection<BlobProperties> listing)
    {
        var there = new HashSet<string>(listing.Count, StringComparer.Ordinal);
        var changes = new List<ContentChange>();
        foreach (var blob in listing)
        {
            there.Add(blob.Name);
            if (!_versions.TryGetValue(blob.Name, out var known) || known != blob.ETag)
            {
                changes.Add(new ContentChange(blob.Name, blob));
            }
        }

        changes.AddRange(_versions.Keys
            .Where(name => !there.Contains(name))
            .Select(name => new ContentChange(name, null)));
        changes.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return changes;
    }

    /// <summary>
    /// Marks a change as announced. A change that is not accepted is found again by the next comparison.
    /// </summary>
    public void Accept(ContentChange change)
    {
        if (change.Now is { } blob)
        {
            _versions[change.Name] = blob.ETag;
        }
        else
        {
            _versions.Remove(change.Name);
        }
    }
}
