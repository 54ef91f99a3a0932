using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;

namespace Lysekil.Publishing.Contents.Markup;

internal static class TableAlignment
{
    /// <summary>Markdig aligns by a style attribute, which the pages' Content-Security-Policy forbids.</summary>
    public static void ByClass(IEnumerable<Table> tables)
    {
        foreach (var table in tables)
        {
            foreach (var row in table.OfType<TableRow>())
            {
                for (var i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
                {
                    if (table.ColumnDefinitions[i].Alignment is { } align and not TableColumnAlign.Left)
                    {
                        row[i].GetAttributes().AddClass(align == TableColumnAlign.Right ? "right" : "center");
                    }
                }
            }

            foreach (var column in table.ColumnDefinitions)
            {
                column.Alignment = null;
            }
        }
    }
}
