using System.Globalization;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>How far a rebuild has come, as its row keeps it.</summary>
/// <param name="After">The key of the last claim whose pages are marked; empty before the first slice.</param>
/// <param name="Articles">How many articles were passed.</param>
/// <param name="Month">The last one's; <c>null</c> before the first. Articles come in the order of their months.</param>
/// <param name="Sweep">The sweep that it belongs to; <c>null</c> where pages are to become others.</param>
internal sealed record RebuildPosition(string After, int Articles, Month? Month, string? Sweep)
{
    public static RebuildPosition Start { get; } = new("", 0, null, null);

    public IReadOnlyDictionary<string, string> Write() => new RowWriter()
        .Add("after", After)
        .Add("articles", Articles)
        .Add("sweep", Sweep)
        .Add("month", Month?.ToString())
        .Values;

    public static RebuildPosition Read(IReadOnlyDictionary<string, string> columns) => new(
        columns.Text("after"),
        columns.Number("articles"),
        columns.Find("month") is { } text ? MonthOf(text) : null,
        columns.Find("sweep"));

    private static Month MonthOf(string text) => new(
        int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(5), CultureInfo.InvariantCulture));
}
