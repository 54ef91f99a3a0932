using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Publication;

namespace Lysekil.Local.Output;

/// <summary>
/// Pairs what was published with the writing of its page, in whichever order the two are heard of: only then is an
/// article live.
/// </summary>
internal sealed class LiveTimes(TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly Lock _pairing = new();
    private readonly Dictionary<PageKey, PublishOutcome> _waiting = [];
    private readonly Dictionary<PageKey, DateTimeOffset> _refreshed = [];
    private readonly Dictionary<string, DateTimeOffset> _uploads = new(StringComparer.Ordinal);

    /// <summary>The mirror has brought a file over. Better than the blob's own time, which is in whole seconds.</summary>
    public void Mirrored(string name)
    {
        lock (_pairing)
        {
            _uploads[name] = clock.GetUtcNow();
        }
    }

    /// <summary>A source was published. Returns the time it took to go live if its page has been written already.</summary>
    public TimeSpan? Published(PublishOutcome outcome, DateTimeOffset began)
    {
        lock (_pairing)
        {
            if (_refreshed.TryGetValue(outcome.Page!, out var refreshed) && refreshed >= began)
            {
                return SinceUpload(outcome, refreshed);
            }

            _waiting[outcome.Page!] = outcome;
            return null;
        }
    }

    /// <summary>A page was refreshed. Returns what went live with it, if anything did, and the time it took.</summary>
    public (PublishOutcome Outcome, TimeSpan? Took)? Refreshed(PageKey page)
    {
        lock (_pairing)
        {
            var now = clock.GetUtcNow();
            if (_waiting.Remove(page, out var outcome))
            {
                return (outcome, SinceUpload(outcome, now));
            }

            Forget(now);
            _refreshed[page] = now;
            return null;
        }
    }

    /// <summary>Unknown for what somebody else than the mirror has deleted: a container does not tell when.</summary>
    private TimeSpan? SinceUpload(PublishOutcome outcome, DateTimeOffset live)
    {
        var changed = outcome.Modified;
        if (_uploads.Remove(outcome.Path.Value, out var mirrored) && !(mirrored < changed))
        {
            changed = mirrored;
        }

        return changed is null ? null : live > changed ? live - changed : TimeSpan.Zero;
    }

    private void Forget(DateTimeOffset now)
    {
        if (_refreshed.Count < 1000)
        {
            return;
        }

        foreach (var (page, _) in _refreshed.Where(entry => entry.Value < now - Memory).ToList())
        {
            _refreshed.Remove(page);
        }
    }
}
