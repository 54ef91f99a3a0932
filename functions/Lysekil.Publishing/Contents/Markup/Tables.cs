using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>The attributes that a text's tables need on a page.</summary>
internal static class Tables
{
    /// <summary>
    /// Aligns cells by class. Markdig aligns them by a style attribute, which the pages' Content-Security-Policy
    /// forbids.
    /// </summary>
    public static void AlignByClass(IEnumerable<Table> tables)
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

    /// <summary>
    /// Makes each table focusable. A table wider than the screen scrolls sideways, and keyboard users can scroll only
    /// what has the focus (WCAG 2.2, 2.1.1).
    /// </summary>
    public static void MakeFocusable(IEnumerable<Table> tables)
    {
        foreach (var table in tables)
        {
            table.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
        }
    }
}
