using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>Tells editors of topics that come to one address, such as Län and Lån.</summary>
/// <remarks>
/// The summaries of topics name them. A publish does not ask for other articles' topics, since that takes a call for
/// each topic.
/// </remarks>
internal sealed class SharedTopics(SiteIndex index)
{
    /// <summary>The changes of one run; the next makes the others.</summary>
    private const int MostChanges = ITable.MostChanges;

    /// <summary>
    /// Brings the diagnostics of topics in step with their summaries; two calls where they are.
    /// </summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        var reading = index.SummariesAsync(IndexKeys.TopicSummaries, cancellation);
        var findingTold = ToldAsync(cancellation);
        await Task.WhenAll(reading, findingTold);
        var told = await findingTold;
        var shared = (await reading).Where(s => s.Parts.Count > 1).ToDictionary(
            s => IndexKeys.DiagnosticOf(s.Page), RowOf, StringComparer.Ordinal);
        var gone = told.Values.Where(r => !shared.ContainsKey(r.Key)).Select(r => new RowChange.Delete(r.Key, r.ETag));
        var come = shared
            .Where(s => !told.TryGetValue(s.Key, out var row) || !IndexRows.Same(row.Columns, s.Value))
            .Select(s => new RowChange.Upsert(s.Key, s.Value));
        List<RowChange> changes = [.. gone.Concat<RowChange>(come).Take(MostChanges)];
        if (changes.Count > 0)
        {
            // If another instance has told the same meanwhile, the next run finds nothing left to tell.
            await index.Table.CommitAsync(changes, cancellation);
        }
    }

    private async Task<Dictionary<string, Row>> ToldAsync(CancellationToken cancellation) =>
        await index.Table
            .QueryAsync(KeyRange.StartingWith(IndexKeys.SharedTopics), int.MaxValue, cancellation)
            .Where(r => IndexKeys.IsSharedTopic(r.Key))
            .ToDictionaryAsync(r => r.Key, StringComparer.Ordinal, cancellation);

    private static IReadOnlyDictionary<string, string> RowOf(PeriodSummary topic) => DiagnosedSourceRow.Codec.Write(
        new(PathOf(topic.Page), [DiagnosticCatalog.TopicsShareAddress([.. topic.Parts], topic.Page.Url)]));

    /// <summary>The place at which a topic is named: a path with a slash at its end, as no file has.</summary>
    private static SourcePath PathOf(PageKey page) => new(page.Url.TrimStart('/'));
}
