using System.Globalization;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>How far a rebuild has come, as its row keeps it.</summary>
/// <param name="After">The key of the last row whose pages are marked stale; empty before the first slice.</param>
/// <param name="Articles">How many articles were passed.</param>
/// <param name="Month">
/// The last article's month; <c>null</c> before the first. Articles come in the order of their months.
/// </param>
/// <param name="Sweep">The sweep that the rebuild belongs to; <c>null</c> where pages are expected to change.</param>
internal sealed record RebuildPosition(string After, int Articles, Month? Month, string? Sweep)
{
    public static RebuildPosition Start { get; } = new("", 0, null, null);
}

/// <summary>The columns of a rebuild's position.</summary>
internal static class RebuildPositionRow
{
    public static readonly RowCodec<RebuildPosition> Codec = new(Read);

    private static readonly ColumnFormat<Month?> OptionalMonth =
        ColumnFormat.OptionalValue(ColumnFormat.Required<Month>(m => m.ToString(), MonthOf));

    private static readonly Column<string> After = Codec.Add("after", ColumnFormat.Text, p => p.After);
    private static readonly Column<int> Articles = Codec.Add("articles", ColumnFormat.Number, p => p.Articles);
    private static readonly Column<string?> Sweep =
        Codec.Add(PageRow.Sweep.Name, ColumnFormat.OptionalText, p => p.Sweep);
    private static readonly Column<Month?> Month = Codec.Add("month", OptionalMonth, p => p.Month);

    private static RebuildPosition Read(RowReader row) =>
        new(After.Of(row), Articles.Of(row), Month.Of(row), Sweep.Of(row));

    private static Month MonthOf(string text) => new(
        int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture),
        int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture));
}
