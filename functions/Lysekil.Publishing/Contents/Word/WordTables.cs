using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>The cells of a table, by row; a cell that others are merged into stands once.</summary>
internal static class WordTables
{
    /// <summary>Word's own limit.</summary>
    private const int MostColumns = 63;

    /// <summary>The cells; <c>null</c> where a merged cell goes on.</summary>
    public static IReadOnlyList<IReadOnlyList<XElement?>> RowsOf(XElement table)
    {
        var rows = new List<IReadOnlyList<XElement?>>();
        foreach (var row in Within(table, "tr"))
        {
            var properties = row.Word("trPr");
            if (properties.Word("del") is not null)
            {
                continue;
            }

            var cells = new List<XElement?>();
            AddEmpty(cells, properties.Word("gridBefore").Number() ?? 0);
            foreach (var cell in Within(row, "tc"))
            {
                var cellProperties = cell.Word("tcPr");
                var merge = cellProperties.Word("vMerge");
                cells.Add(merge is not null && merge.Value() != "restart" ? null : cell);
                AddEmpty(cells, (cellProperties.Word("gridSpan").Number() ?? 1) - 1);
            }

            rows.Add(cells);
        }

        return rows;
    }

    /// <summary>The elements of a name within another, also where a content control or a revision holds them.</summary>
    private static IEnumerable<XElement> Within(XElement parent, string name) =>
        parent.Elements().SelectMany(IEnumerable<XElement> (e) => e.WordName() switch
        {
            var own when own == name => [e],
            "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" => Within(e, name),
            _ => [],
        });

    private static void AddEmpty(List<XElement?> cells, int count) =>
        cells.AddRange(
            Enumerable.Repeat<XElement?>(null, Math.Clamp(count, 0, Math.Max(0, MostColumns - cells.Count))));
}
