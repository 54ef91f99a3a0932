using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Relay;

/// <summary>The versions in the content container that have been announced.</summary>
internal sealed class ContentSnapshot
{
    private readonly Dictionary<string, ETag> _versions = new(StringComparer.Ordinal);

    public int Count => _versions.Count;

    /// <summary>What differs from <paramref name="listing"/>, in the order of the names.</summary>
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

    /// <summary>Takes a change as announced. One that is not accepted shows again in the next comparison.</summary>
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
