using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;

namespace Lysekil.Publishing.Contents.Markup;

internal static class TableScrolling
{
    /// <summary>A table wider than a telephone scrolls sideways; who has no finger on it needs its focus (WCAG 2.2, 2.1.1).</summary>
    public static void ByKeyboard(IEnumerable<Table> tables)
    {
        foreach (var table in tables)
        {
            table.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
        }
    }
}
