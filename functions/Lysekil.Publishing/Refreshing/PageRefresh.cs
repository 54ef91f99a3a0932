using System.Collections.Frozen;
using System.Diagnostics;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Refreshing;

/// <summary>One page on its way to be in step: what a refresh has seen and done of it.</summary>
/// <param name="page">Which page.</param>
/// <param name="attempt">
/// Which try of its message this is, from 1. An earlier one may have died over it: then it is rendered, stale or not, and so
/// are the pages above it.
/// </param>
/// <param name="force">Whether it is rendered, stale or not, but none above it is unless it says something new of itself.</param>
internal sealed class PageRefresh(PageKey page, int attempt, bool force = false)
{
    private int _rounds;
    private DateTimeOffset? _inProgressSince;
    private Row? _stale;
    private BlobProperties? _blob;
    private Row? _summary;
    private bool _isSummaryRead;
    private RenderResult _rendering = RenderResult.Nothing;
    private bool _isWritten;
    private bool _hasDrifted;
    private RefreshResult _soFar = RefreshResult.Unchanged;

    public PageKey Page => page;

    public int Attempt => attempt;

    /// <summary>The version of its stale row, for whoever has just written it: it need not be read.</summary>
    public ETag? StaleVersion { get; set; }

    /// <summary>Whether somebody is to go on with it later.</summary>
    public bool IsDeferred { get; private set; }

    /// <summary>What came of it; <c>null</c> as long as nothing did.</summary>
    public RefreshResult? Result { get; private set; }

    public Exception? Fault { get; private set; }

    public bool IsOver => Result is not null || Fault is not null;

    /// <summary>The pages that may have to follow: it said something new of itself, or an earlier try may have.</summary>
    public IReadOnlyList<PageKey> Calls { get; private set; } = attempt > 1 ? [.. PageRoute.ParentsOf(page), .. PageRoute.FoundBy(page)] : [];

    /// <summary>Whether the page is as it was rendered in this round; then its changes are to be committed.</summary>
    public bool IsReady { get; private set; }

    /// <summary>What is to be committed once it is ready.</summary>
    public IReadOnlyList<RowChange> Changes { get; private set; } = [];

    public Activity? Span { get; set; }

    /// <summary>
    /// Whether the page's summary has its row already. A page that was written with its summary's hash was so only once the row was
    /// there, which stays as long as the page does.
    /// </summary>
    private bool IsSummaryThere => _summary is not null || _blob?.Headers.Summary is not null;

    /// <summary>
    /// Whether the summary's row is to be replaced, whatever it says: not what the page says of itself now. What it was written with may
    /// be in the row or not, since somebody may have died before the commit; and whoever replaces it meanwhile takes the stale row.
    /// </summary>
    private bool SaysSurelyAnother =>
        !_isSummaryRead && _blob?.Headers.Summary is { } written && _rendering.Summary is { } now && now.Hash != written;

    /// <summary>
    /// Whether neither this visit nor an earlier try can have written the page yet. Otherwise that may be an old state which whoever
    /// settles the page meanwhile has not seen: it must be rendered, stale or not, also by whoever goes on with it later.
    /// </summary>
    public bool IsFresh => attempt == 1 && !force && _rounds == 1;

    /// <summary>
    /// Takes its stale row, as it was read now. Without one, and where nobody died, there is nothing to do; and where many touch the
    /// page and somebody here is at it, not now.
    /// </summary>
    public void Begin(Row? stale, PagesInProgress inProgress, DateTimeOffset now)
    {
        _stale = StaleVersion is { } version ? new Row(IndexKeys.Stale(page), version, now, FrozenDictionary<string, string>.Empty) : stale;
        (StaleVersion, IsReady) = (null, false);
        _rounds++;
        if (_stale is null && IsFresh)
        {
            End(RefreshResult.NotStale);
        }
        else if (IsFresh && PageRoute.IsShared(page))
        {
            if (inProgress.TryBegin(page, now))
            {
                _inProgressSince = now;
            }
            else
            {
                Defer();
            }
        }
    }

    /// <summary>Others in this process may refresh it from now on.</summary>
    public void Leave(PagesInProgress inProgress)
    {
        if (_inProgressSince is { } begun)
        {
            inProgress.End(page, begun);
        }
    }

    /// <summary>
    /// Finds the page as it is. Not before the stale row: or somebody who was done before it was marked may write in between,
    /// unseen. Its summary, too, where nothing is known of it, or no stale row would tell that somebody replaces it meanwhile.
    /// </summary>
    public async Task LookAsync(IBlobContainer container, ITable table, CancellationToken cancellation)
    {
        var finding = container.FindAsync(page.BlobName, cancellation);
        (_summary, _isSummaryRead) = (null, _stale is null);
        var findingSummary = _isSummaryRead ? FindSummaryAsync(table, cancellation) : Task.FromResult<Row?>(null);
        await Task.WhenAll(finding, findingSummary);
        (_blob, _summary) = (await finding, await findingSummary);
        if (!_isSummaryRead && _blob is { Headers.Summary: null })
        {
            (_summary, _isSummaryRead) = (await FindSummaryAsync(table, cancellation), true);
        }
    }

    /// <summary>Puts the page off if it was written within a while.</summary>
    public void DeferIfNew(TimeSpan rest, DateTimeOffset now)
    {
        if (_blob is not null && PageRoute.IsShared(page) && now - _blob.Modified is var age && age >= TimeSpan.Zero && age < rest)
        {
            Defer();
        }
    }

    /// <summary>Writes or deletes the page if it is not what it should be. Whoever loses the race for it begins again.</summary>
    public async Task WriteAsync(IBlobContainer container, ITable table, RenderResult rendering, CancellationToken cancellation)
    {
        _rendering = rendering;
        _isWritten = rendering.Page is { } wanted ? _blob?.Headers.Hash != wanted.Headers.Hash : _blob is not null;
        var replacing = _isWritten ? ReplaceAsync(container, cancellation) : Task.FromResult(true);
        var findingSummary = _isSummaryRead || SaysSurelyAnother ? Task.FromResult(_summary) : FindSummaryAsync(table, cancellation);
        await Task.WhenAll(replacing, findingSummary);
        if (!await replacing)
        {
            return;
        }

        _soFar = (_isWritten, rendering.Page) switch
        {
            (false, _) => _soFar,
            (true, null) => RefreshResult.Deleted,
            _ => RefreshResult.Written,
        };
        Changes = await ChangesAsync(SummaryChange(await findingSummary), table, cancellation);
        IsReady = true;
    }

    /// <summary>Its changes are committed.</summary>
    /// <returns>Whether a sweep had found it out of step.</returns>
    public bool Settle(DateTimeOffset now)
    {
        if (_hasDrifted)
        {
            PublishingMeter.FoundPage();
        }
        else
        {
            Measure(now);
        }

        // Where nobody asked for what was written: once more, so that it is not older than what others saw.
        if (_stale is not null || (Changes.Count == 0 && !_isWritten))
        {
            End(_soFar);
        }

        return _hasDrifted;
    }

    public void Fail(Exception fault)
    {
        Fault = fault;
        Span.Fail(fault);
        Span?.Dispose();
    }

    private void Defer()
    {
        IsDeferred = true;
        End(_soFar == RefreshResult.Unchanged ? RefreshResult.Deferred : _soFar);
    }

    private void End(RefreshResult result)
    {
        Result = result;
        PublishingMeter.Refreshed(result);
        Span?.SetTag("lysekil.outcome", result);
        Span?.Dispose();
    }

    private async Task<bool> ReplaceAsync(IBlobContainer container, CancellationToken cancellation)
    {
        if (_rendering.Page is not { } rendered)
        {
            return await container.DeleteAsync(page.BlobName, _blob!.ETag, cancellation);
        }

        await using var content = await rendered.OpenAsync(cancellation);
        var headers = rendered.Headers with { Summary = IsSummaryThere ? _rendering.Summary?.Hash : null };
        return await container.WriteAsync(page.BlobName, content, headers, _blob?.ETag, cancellation) is not null;
    }

    private Task<Row?> FindSummaryAsync(ITable table, CancellationToken cancellation) =>
        IndexKeys.SummaryOf(page) is { } key ? table.FindAsync(key, cancellation) : Task.FromResult<Row?>(null);

    /// <summary>The summary, the pages that show it, that the page is stale no more, and that a sweep found it out of step.</summary>
    private async Task<IReadOnlyList<RowChange>> ChangesAsync(RowChange? summary, ITable table, CancellationToken cancellation)
    {
        var changes = new List<RowChange>();
        if (summary is not null)
        {
            changes.Add(summary);
        }

        var called = summary switch
        {
            null => [],
            RowChange.Insert => [.. PageRoute.ParentsOf(page), .. PageRoute.FoundBy(page)],
            _ => PageRoute.ParentsOf(page),
        };
        changes.AddRange(called.Select(SiteIndex.MarkStale));
        Calls = [.. Calls.Union(called)]; // Also where the race is lost: perhaps to ourselves, when the client repeats a call.
        if (_stale is not null)
        {
            changes.Add(new RowChange.Delete(_stale.Key, _stale.ETag));
        }

        var drift = _soFar == RefreshResult.Unchanged ? null : await DriftedPage.NoteAsync(table, page, _stale, cancellation);
        _hasDrifted = drift is not null;
        return drift is null ? changes : [.. changes, drift];
    }

    /// <summary>
    /// A page whose own source is newer than the page was has brought it live; any other write of it, for a new theme, a
    /// neighbour or a picture, has not.
    /// </summary>
    private void Measure(DateTimeOffset now)
    {
        if (_stale is not null)
        {
            PublishingMeter.WasStale(now - _stale.Modified);
        }

        if (_isWritten && _rendering.Due is { } since && (_blob is null || _blob.Modified < since))
        {
            PublishingMeter.WentLive(now - since);
        }
    }

    private RowChange? SummaryChange(Row? found) => (found, _rendering.Summary) switch
    {
        (null, null) => null,
        (null, { } now) when SaysSurelyAnother => new RowChange.Upsert(IndexKeys.SummaryOf(page)!, now.Write()),
        (null, { } now) => new RowChange.Insert(IndexKeys.SummaryOf(page)!, now.Write()),
        ({ } had, null) => new RowChange.Delete(had.Key, had.ETag),
        ({ } had, { } now) => IndexRows.Same(had.Columns, now.Write()) ? null : new RowChange.Replace(had.Key, now.Write(), had.ETag),
    };
}
