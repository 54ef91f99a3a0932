using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Document;

/// <summary>The attributes that a text's tables need on a page.</summary>
internal static class Tables
{
    /// <summary>
    /// Aligns cells by class. Markdig aligns them by a style attribute, which the pages' Content-Security-Policy
    /// forbids, and gives the columns of drawn tables their widths by another.
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
                column.Width = 0;
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

    /// <summary>
    /// Shows <c>a|b</c> for the code <c>a\|b</c> in a cell (GitHub Flavored Markdown, section 4.10, example 200).
    /// </summary>
    public static void UnescapeBarsInCode(IEnumerable<Table> tables)
    {
        foreach (var code in tables.SelectMany(t => t.Descendants<CodeInline>()))
        {
            if (code.ContentSpan.Contains(@"\|", StringComparison.Ordinal))
            {
                code.Content = code.Content.Replace(@"\|", "|", StringComparison.Ordinal);
            }
        }
    }
}
