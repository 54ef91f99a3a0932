namespace Lysekil.Benchmarks.Publish;

/// <summary>The cost of one edit, including every refresh that follows it.</summary>
/// <param name="Index">The number of articles in the index.</param>
/// <param name="Work">The task.</param>
/// <param name="Calls">Storage calls by kind.</param>
/// <param name="CallsJustStarted">Storage calls of a process without caches.</param>
/// <param name="Pages">Blobs of the site that were written or deleted.</param>
/// <param name="RowsRead">Rows of the table that were read.</param>
/// <param name="RowsWritten">Rows of the table that were written or deleted.</param>
/// <param name="KilobytesRead">The text of the rows that were read.</param>
/// <param name="TripsToLive">
/// Sequential round trips until the page of the article is live; <c>null</c> if it is deleted.
/// </param>
/// <param name="TripsToEnd">Sequential round trips until no page is stale, if all calls that may overlap do.</param>
/// <param name="Milliseconds">Processor time on one core; the median.</param>
/// <param name="KilobytesAllocated">Allocations on the heap; the median.</param>
internal sealed record Cost(
    int Index,
    EditKind Work,
    IReadOnlyDictionary<string, int> Calls,
    int CallsJustStarted,
    int Pages,
    int RowsRead,
    int RowsWritten,
    long KilobytesRead,
    int? TripsToLive,
    int TripsToEnd,
    double Milliseconds,
    long KilobytesAllocated)
{
    public int AllCalls => Calls.Values.Sum();

    /// <summary>
    /// The least number of calls: one read and one write for each page that changes, and the commit.
    /// </summary>
    public int Floor => (2 * Pages) + 1;
}
