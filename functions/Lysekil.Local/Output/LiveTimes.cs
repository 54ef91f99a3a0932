using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Publication;

namespace Lysekil.Local.Output;

/// <summary>
/// Measures the time from an upload until its page is written. Pairs each publish with the refresh of its page, in
/// whichever order the two are reported.
/// </summary>
internal sealed class LiveTimes(TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly Lock _pairing = new();
    private readonly Dictionary<PageKey, PublishOutcome> _waiting = [];
    private readonly Dictionary<PageKey, DateTimeOffset> _refreshed = [];
    private readonly Dictionary<string, DateTimeOffset> _uploads = new(StringComparer.Ordinal);

    /// <summary>Notes the time of an upload by the mirror: the blob's own time is in whole seconds.</summary>
    public void Mirrored(string name)
    {
        lock (_pairing)
        {
            _uploads[name] = clock.GetUtcNow();
        }
    }

    /// <summary>
    /// Notes a publish. Returns it with the time until its page was written; <c>null</c> if it has not been.
    /// </summary>
    public (PublishOutcome Outcome, TimeSpan? Took)? Published(PublishOutcome outcome, DateTimeOffset began)
    {
        lock (_pairing)
        {
            if (_refreshed.TryGetValue(outcome.Page!, out var refreshed) && refreshed >= began)
            {
                return (outcome, SinceUpload(outcome, refreshed));
            }

            _waiting[outcome.Page!] = outcome;
            return null;
        }
    }

    /// <summary>
    /// Notes a refresh. Returns the publish that is live by it, if there is one, and the time it took.
    /// </summary>
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

    /// <summary><c>null</c> for a deletion by another client: a container does not keep its time.</summary>
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
