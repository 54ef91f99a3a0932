namespace Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;

/// <summary>Tables as editors write, paste and convert them.</summary>
public class TableFilesTests
{
    private const string Head =
        "<table tabindex=\"0\">\n<thead>\n<tr>\n<th>Plats</th>\n<th>Avgift</th>\n</tr>\n</thead>\n";

    private const string Table =
        Head + "<tbody>\n<tr>\n<td>Kajen</td>\n<td>25 kr</td>\n</tr>\n</tbody>\n</table>";

    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "A line directly below a table is a paragraph",
            "# Priser\n\n| Plats | Avgift |\n| --- | --- |\n| Kajen | 25 kr |\nPriserna gäller.\n\nSlut.\n",
            Table + "\n<p>Priserna gäller.</p>\n<p>Slut.</p>",
            ""
        },
        {
            "Dashes directly below a table draw a line",
            "# Priser\n\n| Plats | Avgift |\n| --- | --- |\n| Kajen | 25 kr |\n---\nSlut.\n",
            Table + "\n<hr />\n<p>Slut.</p>",
            ""
        },
        {
            "A table in a quotation ends with it",
            "# Priser\n\n> | Plats | Avgift |\n> | --- | --- |\n> | Kajen | 25 kr |\nPriserna gäller.\n",
            "<blockquote>\n" + Table + "\n</blockquote>\n<p>Priserna gäller.</p>",
            ""
        },
        {
            "A line with a bar in a paragraph makes no table",
            "# Priser\n\nett | två\ntre\nfyra | fem\nsex\n",
            "<p>ett | två\ntre\nfyra | fem\nsex</p>",
            ""
        },
        {
            "An escaped bar in code in a cell is a bar",
            "# Priser\n\n| Plats | Avgift |\n|---|---|\n| `a\\|b` | c\\|d |\n",
            Head + "<tbody>\n<tr>\n<td><code>a|b</code></td>\n<td>c|d</td>\n</tr>\n</tbody>\n</table>",
            ""
        },
        {
            "A drawn table is a table",
            "# Priser\n\n+-------+--------+\n| Plats | Avgift |\n+=======+========+\n| Kajen | 25 kr  |\n"
                + "+-------+--------+\n",
            Table,
            ""
        },
        {
            "A table drawn with dashes is a table",
            "# Priser\n\n  Plats   Avgift\n  ------- --------\n  Kajen   25 kr\n\nSlut.\n",
            Table + "\n<p>Slut.</p>",
            ""
        },
        {
            "A table drawn with dashes whose words do not fit is shown as it is, with a remark",
            "# Priser\n\nPlats och avgift\n------- --------\nKajen   25 kr\n",
            "<p>Plats och avgift</p>\n<hr />\n<p>Kajen   25 kr</p>",
            "marks:4"
        },
        {
            "A table pasted from a spreadsheet is a table",
            "# Priser\n\nSå här blir det:\nPlats\tAvgift\nKajen\t25 kr\nDet gäller från maj.\n",
            "<p>Så här blir det:</p>\n" + Table + "\n<p>Det gäller från maj.</p>",
            ""
        },
        {
            "Rows without a line of dashes are no table, and are named",
            "# Priser\n\nText.\n\n| Plats | Avgift |\n| Kajen | 25 kr |\n",
            "<p>Text.</p>\n<p>| Plats | Avgift |\n| Kajen | 25 kr |</p>",
            "marks:5"
        },
        {
            "Empty cells of a spreadsheet are cells",
            "# Priser\n\n\tMaj\tJuni\nKajen\t25 kr\t\nBryggan\t\t\n",
            "<table tabindex=\"0\">\n<thead>\n<tr>\n<th></th>\n<th>Maj</th>\n<th>Juni</th>\n</tr>\n</thead>\n<tbody>\n"
                + "<tr>\n<td>Kajen</td>\n<td>25 kr</td>\n<td></td>\n</tr>\n"
                + "<tr>\n<td>Bryggan</td>\n<td></td>\n<td></td>\n</tr>\n</tbody>\n</table>",
            ""
        },
        {
            "Code that is indented by tabs is no table",
            "# Priser\n\nText.\n\n\ta\tb\tc\n\td\te\tf\n",
            "<p>Text.</p>\n<pre><code>a\tb\tc\nd\te\tf\n</code></pre>",
            ""
        },
        {
            "A list with tabs, as Word pastes it, is no table",
            "# Priser\n\n1.\tÖppnande\n2.\tBudget\n",
            "<ol>\n<li>Öppnande</li>\n<li>Budget</li>\n</ol>",
            ""
        },
        {
            "Tabs in code make no table",
            "# Priser\n\n```\na\tb\nc\td\n```\n",
            "<pre><code>a\tb\nc\td\n</code></pre>",
            ""
        },
        {
            "A line pasted below a table keeps its number in a remark",
            "# Priser\n\nPlats\tAvgift\nKajen\t25 kr\n\nMer [här](javascript:x).\n",
            Table + "\n<p>Mer här.</p>",
            "link:6"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_table_is_a_table(string what, string file, string html, string told)
    {
        Assert.NotEmpty(what);
        EditorsFile.AssertPublished(EditorsFile.Article, file, "Priser", html, told);
    }
}
