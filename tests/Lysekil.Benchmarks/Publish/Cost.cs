namespace Lysekil.Benchmarks.Publish;

/// <summary>What one work cost, with every refresh that followed.</summary>
/// <param name="Index">Articles in the archive.</param>
/// <param name="Work">What was done.</param>
/// <param name="Calls">Storage calls by kind.</param>
/// <param name="CallsJustStarted">All of them in a process that has just started.</param>
/// <param name="Pages">Pages and other blobs of the site that were written or deleted.</param>
/// <param name="RowsRead">Rows of the table that were read.</param>
/// <param name="RowsWritten">Rows of the table that were written or deleted.</param>
/// <param name="KilobytesRead">Of these rows, as text.</param>
/// <param name="TripsToLive">Sequential round trips until the article's own page is in step; <c>null</c> where it is taken away by a refresh.</param>
/// <param name="TripsToEnd">Until every page is, where all that may go on at once does.</param>
/// <param name="Milliseconds">Of one core, for all of it: the median of several.</param>
/// <param name="KilobytesAllocated">Likewise.</param>
internal sealed record Cost(
    int Index,
    Work Work,
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

    /// <summary>What no publishing could do without: one read and one write for each page that changes, and the commit.</summary>
    public int Floor => (2 * Pages) + 1;
}
