using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>How far a sweep of <c>$web</c> has come, as its row keeps it; at the end, what it went through.</summary>
/// <param name="Sweep">
/// The sweep's name; <c>null</c> where pages are expected to change, so that none counts as drifted.
/// </param>
/// <param name="Continuation">
/// Where the next slice of the listing begins; <c>null</c> before the first and after the last.
/// </param>
/// <param name="Pages">How many pages were listed so far.</param>
internal sealed record SweepPosition(string? Sweep, string? Continuation, int Pages);

/// <summary>The last whole sweep of <c>$web</c>; each of its pages has been refreshed or will be.</summary>
/// <param name="Ended">When its last slice was done.</param>
/// <param name="Pages">How many pages the container held.</param>
public sealed record SweepFindings(DateTimeOffset Ended, int Pages)
{
    internal static SweepFindings Read(Row row) => new(row.Modified, SweepPositionRow.Codec.Read(row.Columns).Pages);
}

/// <summary>The columns of a sweep's position.</summary>
internal static class SweepPositionRow
{
    public static readonly RowCodec<SweepPosition> Codec = new(Read);

    private static readonly Column<string?> Sweep =
        Codec.Add(PageRow.Sweep.Name, ColumnFormat.OptionalText, p => p.Sweep);
    private static readonly Column<string?> Continuation =
        Codec.Add("continuation", ColumnFormat.OptionalText, p => p.Continuation);
    private static readonly Column<int> Pages = Codec.Add("pages", ColumnFormat.Number, p => p.Pages);

    private static SweepPosition Read(RowReader row) => new(Sweep.Of(row), Continuation.Of(row), Pages.Of(row));
}
