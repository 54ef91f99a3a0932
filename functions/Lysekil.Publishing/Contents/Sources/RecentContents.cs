using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Sources;

/// <summary>
/// The texts that were kept or read last, as far as there is room: what has just been published is read again at once by its
/// page and by the feeds, and its neighbours' pages were so a while ago. Safe for several threads.
/// </summary>
internal sealed class RecentContents
{
    private const int MostBytes = 8 << 20;

    /// <summary>Larger ones are pictures and documents, which nobody reads twice.</summary>
    private const int MostOfOne = 64 << 10;

    private readonly Lock _lock = new();
    private Dictionary<ContentHash, byte[]> _contents = [];
    private int _bytes;

    public byte[]? Find(ContentHash hash)
    {
        lock (_lock)
        {
            return _contents.GetValueOrDefault(hash);
        }
    }

    public void Add(ContentHash hash, byte[] content)
    {
        if (content.Length > MostOfOne)
        {
            return;
        }

        lock (_lock)
        {
            if (_bytes + content.Length > MostBytes)
            {
                (_contents, _bytes) = ([], 0);
            }

            _bytes += _contents.TryAdd(hash, content) ? content.Length : 0;
        }
    }
}
