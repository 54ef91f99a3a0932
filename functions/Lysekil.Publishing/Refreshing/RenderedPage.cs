using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Refreshing;

/// <summary>A page as it should be, beside the page as it is.</summary>
internal sealed record RenderedPage(ObservedPage Observed, RenderResult Rendering) : PageState(Observed.Refresh)
{
    /// <summary>R4: Whether the page differs from what is there. A page that does not differ is not written.</summary>
    public bool Differs => !IsKept && (Rendering.Page is { } wanted
        ? Observed.Blob?.Headers.Hash != wanted.Headers.Hash
        : Observed.Blob is not null);

    /// <summary>Whether the page stays as it is, since its content can no longer be made.</summary>
    private bool IsKept { get; init; }

    /// <summary>
    /// Whether the summary's row is known to exist. A page is written with its summary's hash only once the row exists,
    /// and the row exists for as long as the page does.
    /// </summary>
    private bool HasSummaryRow => Observed.Summary is not null || Observed.Blob?.Headers.Summary is not null;

    /// <summary>
    /// Whether the summary's row can be replaced without being read, since the page was written with another summary.
    /// The row may hold that one or an older one, because a refresher can crash between the page and the commit. A
    /// refresher that replaces the row meanwhile also deletes the stale row, which this page's commit depends on.
    /// </summary>
    private bool ReplacesSummaryUnread =>
        !Observed.IsSummaryRead
        && Observed.Blob?.Headers.Summary is { } written
        && Rendering is { MayBeDivided: false, Summary: { } now }
        && now.Hash != written;

    /// <summary>
    /// R2: Whether an earlier attempt may have written the pages of parts, or marked them stale, and crashed.
    /// </summary>
    private bool IsTriedAgain => Refresh.Attempt > 1 || Refresh.Force;

    private static bool WasDivided(Row? summary) =>
        summary is not null && PeriodSummaryRow.IsDivided.Of(new(summary.Columns));

    /// <summary>Writes or deletes the page if it differs.</summary>
    /// <returns>
    /// The written page; or the page of the next round, if another refresher has written it meanwhile.
    /// </returns>
    public async Task<PageState> WriteAsync(IBlobContainer container, ITable table, CancellationToken cancellation)
    {
        await using var content = Differs && Rendering.Page is { } wanted
            ? await wanted.OpenAsync(Refresh.Attempt > 1, cancellation)
            : null;
        var page = this with { IsKept = content is null && Differs && Rendering.Page is not null };
        return await page.WriteAsync(content, container, table, cancellation);
    }

    private async Task<PageState> WriteAsync(
        Stream? content, IBlobContainer container, ITable table, CancellationToken cancellation)
    {
        var replacing = Differs ? ReplaceAsync(content, container, cancellation) : Task.FromResult(true);
        var findingSummary = Observed.IsSummaryRead || ReplacesSummaryUnread
            ? Task.FromResult(Observed.Summary)
            : DuePage.FindSummaryAsync(Page, table, cancellation);
        await Task.WhenAll(replacing, findingSummary);
        if (!await replacing)
        {
            return Refresh.Again();
        }

        var found = await findingSummary;
        var summary = SummaryChange(found);
        PageKey[] followers = summary switch
        {
            null => [],
            RowChange.Insert =>
                [.. PageRoute.ParentsOf(Page), .. PageRoute.FoundBy(Page), .. PageRoute.NamedBy(Page)],
            RowChange.Delete => [.. PageRoute.ParentsOf(Page), .. PageRoute.NamedBy(Page)],
            _ => [.. PageRoute.ParentsOf(Page)],
        };
        var isDividedAnew = (Rendering.Summary?.IsDivided ?? false) != WasDivided(found);
        var parts = isDividedAnew || (IsTriedAgain && Rendering.MayBeDivided) ? PageRoute.PartsOf(Page) : [];

        // The followers stay, also where the commit is lost: another refresher may have marked them stale, or this
        // commit may have succeeded although its answer did not arrive.
        var refresh = Refresh with
        {
            Result = ResultNow(),
            Followers = [.. Refresh.Followers.Union(followers).Union(parts)],
        };
        var drift = refresh.Result == RefreshResult.Unchanged
            ? null
            : await DriftedPage.NoteAsync(table, Page, Observed.Due.Stale, cancellation);
        var changes = Changes(summary, followers, isDividedAnew ? parts : [], drift);
        return new WrittenPage(refresh, this, changes, HasDrifted: drift is not null);
    }

    private RefreshResult ResultNow() => (Differs, Rendering.Page) switch
    {
        (false, _) => Refresh.Result,
        (true, null) => RefreshResult.Deleted,
        _ => RefreshResult.Written,
    };

    /// <summary>R2: Writes or deletes on the condition that the page still has the version that was read.</summary>
    private async Task<bool> ReplaceAsync(
        Stream? content, IBlobContainer container, CancellationToken cancellation)
    {
        if (Rendering.Page is not { } rendered || content is null)
        {
            return await container.DeleteAsync(Page.Value, Observed.Blob!.ETag, cancellation);
        }

        var headers = rendered.Headers with { Summary = HasSummaryRow ? Rendering.Summary?.Hash : null };
        var etag = await container.WriteAsync(Page.Value, content, headers, Observed.Blob?.ETag, cancellation);
        return etag is not null;
    }

    /// <summary>
    /// The commit: the summary, the followers' stale rows, those of the parts that come or go, the end of the page's
    /// own, and a note of drift.
    /// </summary>
    private List<RowChange> Changes(
        RowChange? summary, IEnumerable<PageKey> followers, IReadOnlyList<PageKey> parts, RowChange? drift)
    {
        var changes = new List<RowChange>();
        if (summary is not null)
        {
            changes.Add(summary);
        }

        changes.AddRange(followers.Concat(parts).Select(SiteIndex.MarkStale));
        if (parts.Count > 0)
        {
            changes.Add(new RowChange.Upsert(IndexKeys.Divided, new Dictionary<string, string>()));
        }

        if (Observed.Due.Stale is { } stale)
        {
            changes.Add(new RowChange.Delete(stale.Key, stale.ETag)); // R2: Fails if the page was marked stale again.
        }

        if (drift is not null)
        {
            changes.Add(drift);
        }

        return changes;
    }

    private RowChange? SummaryChange(Row? found) => (found, Rendering.Summary) switch
    {
        (null, null) => null,
        (null, { } now) when ReplacesSummaryUnread => new RowChange.Upsert(IndexKeys.SummaryOf(Page)!, now.Write()),
        (null, { } now) => new RowChange.Insert(IndexKeys.SummaryOf(Page)!, now.Write()),
        ({ } had, null) => new RowChange.Delete(had.Key, had.ETag),
        ({ } had, { } now) => IndexRows.Same(had.Columns, now.Write())
            ? null
            : new RowChange.Replace(had.Key, now.Write(), had.ETag),
    };
}
