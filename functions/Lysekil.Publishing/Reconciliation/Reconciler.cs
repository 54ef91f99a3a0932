using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Waking;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Reconciliation;

/// <summary>
/// Finds what no event told: sources that differ from the archive, work left undone, pages that the archive does not
/// need or does not find. It repairs by waking those who publish and refresh.
/// </summary>
public sealed class Reconciler(
    SiteStorage storage, ArchiveIndex archive, SiteReader sites, Rebuilder rebuilder, ILogger<Reconciler> log)
{
    private const int Slice = 1_000;

    private readonly WakeUpCalls _wake = new(storage);

    /// <summary>Sources against the archive, and whatever is owed.</summary>
    public async Task<ReconcileReport> ReconcileSourcesAsync(CancellationToken cancellation)
    {
        var drifted = new List<SourcePath>();
        await foreach (var path in DriftedSourcesAsync(cancellation))
        {
            await _wake.PublishAsync([path], cancellation);
            drifted.Add(path);
        }

        var owedSources = 0;
        await foreach (var path in archive.OwedSourcesAsync(cancellation))
        {
            await _wake.PublishAsync([path], cancellation);
            owedSources++;
        }

        var owedPages = 0;
        await foreach (var page in archive.StalePagesAsync(cancellation))
        {
            await _wake.RefreshAsync([page], cancellation);
            owedPages++;
        }

        await GoOnBuildingAsync(cancellation);
        return Log(new ReconcileReport([.. drifted.Select(p => p.Value)], [], owedSources, owedPages));
    }

    /// <summary>
    /// Pages against the archive: everything that the archive has a page for, and everything that stands in <c>$web</c>,
    /// is refreshed; a page that is as it should be is not written.
    /// </summary>
    public async Task<ReconcileReport> ReconcilePagesAsync(CancellationToken cancellation)
    {
        var pages = new List<string>();
        string? continuation = null;
        do
        {
            var slice = await storage.Web.ListAsync(Slice, continuation, cancellation);
            foreach (var marks in slice.Blobs.Select(b => PageKey.Parse(b.Name)).OfType<PageKey>().Chunk(ITable.MostChanges))
            {
                await archive.Table.CommitAsync([.. marks.Select(ArchiveIndex.MarkStale)], cancellation);
                await _wake.RefreshAsync(marks, cancellation);
                pages.AddRange(marks.Select(p => p.Value));
            }

            continuation = slice.Continuation;
        }
        while (continuation is not null);

        await rebuilder.StartAsync(cancellation);
        return Log(new ReconcileReport([], pages, 0, 0));
    }

    /// <summary>
    /// Both sides in slices by name. A slice of blobs is compared with the rows whose keys lie in the same stretch; what
    /// one side alone has is looked up on the other, so that nothing depends on both being sorted alike.
    /// </summary>
    private async IAsyncEnumerable<SourcePath> DriftedSourcesAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var zone = (await sites.ReadAsync(cancellation)).Settings.TimeZone.Id;
        var from = ArchiveKeys.Sources;
        string? continuation = null;
        do
        {
            var slice = await storage.Content.ListAsync(Slice, continuation, cancellation);
            continuation = slice.Continuation;
            var blobs = slice.Blobs.Select(SourceVersion.Of).Where(v => v.Path.Kind != SourceKind.Ignored)
                .ToDictionary(v => ArchiveKeys.Source(v.Path), StringComparer.Ordinal);
            var last = blobs.Keys.Append(from).Max(StringComparer.Ordinal)!;
            var stretch = continuation is null
                ? KeyRange.After(from, ArchiveKeys.Sources)
                : new KeyRange(from, last + "\u0020", WithoutFrom: true);
            from = last;

            await foreach (var row in archive.Table.QueryAsync(stretch, int.MaxValue, cancellation))
            {
                var record = SourceColumns.Read(row.Columns);
                if (!IsInStep(record, blobs.Remove(row.Key, out var version) ? version : await FindAsync(record, cancellation), zone))
                {
                    yield return record.Path;
                }
            }

            foreach (var version in blobs.Values)
            {
                if (await archive.FindSourceAsync(version.Path, cancellation) is not { } found || !IsInStep(found.Value, version, zone))
                {
                    yield return version.Path;
                }
            }
        }
        while (continuation is not null);
    }

    /// <summary>A source that was not in its slice: nearly always one that is gone, as the archive knows.</summary>
    private async Task<SourceVersion?> FindAsync(SourceRecord record, CancellationToken cancellation) =>
        record.State != SourceState.Deleted && await storage.Content.FindAsync(record.Path.Value, cancellation) is { } blob
            ? SourceVersion.Of(blob)
            : null;

    private static bool IsInStep(SourceRecord record, SourceVersion? version, string zone) => version is null
        ? record.State == SourceState.Deleted
        : record.Seen == version.ETag && record.Rules == NextRecord.Rules && record.TimeZone == zone;

    private async Task GoOnBuildingAsync(CancellationToken cancellation)
    {
        var site = await archive.SiteAsync(cancellation);
        if (site.IsRebuilding)
        {
            await _wake.RebuildAsync(cancellation);
        }
        else if (site.BuiltVersion != Rebuilder.Version)
        {
            await rebuilder.StartOnceAsync(cancellation);
        }
    }

    private ReconcileReport Log(ReconcileReport report)
    {
        if (report.DriftedSources.Count + report.OwedSources + report.OwedPages > 0)
        {
            log.LogWarning(
                "Reconcile found {Drifted} sources out of step ({First}), {OwedSources} with work left and {OwedPages} stale pages",
                report.DriftedSources.Count, report.DriftedSources.FirstOrDefault(), report.OwedSources, report.OwedPages);
        }

        return report;
    }
}
