using System.Text;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Golden;

/// <summary>
/// A sample of each kind of row, key and columns, as deployed sites hold it. A row that is written otherwise cannot be
/// read after a deployment; so <c>Rows.txt</c> only ever gains samples. To write it:
/// <c>LYSEKIL_GOLDEN=write dotnet test tests/Lysekil.Publishing.Tests --filter Golden</c>.
/// </summary>
public class GoldenRowsTests
{
    private static string File => Path.Combine(GoldenFolder.Path, "Rows.txt");

    [Fact]
    public async Task Every_kind_of_row_is_written_as_deployed_sites_hold_it()
    {
        var rows = await GoldenRows.WriteAsync();
        var text = string.Concat(rows.Select(Text));
        if (GoldenFolder.IsToBeWritten)
        {
            System.IO.File.WriteAllText(File, text);
        }

        Assert.Equal(System.IO.File.ReadAllText(File), text);
    }

    private static string Text(RowChange change)
    {
        var columns = change switch
        {
            RowChange.Insert insert => insert.Columns,
            RowChange.Replace replace => replace.Columns,
            RowChange.Upsert upsert => upsert.Columns,
            _ => throw new ArgumentException($"{change.Key} writes no columns.", nameof(change)),
        };
        var text = new StringBuilder(change.Key).Append('\n');
        foreach (var (name, value) in columns)
        {
            text.Append("    ").Append(name).Append(" = ").Append(value.Replace("\n", "\\n")).Append('\n');
        }

        return text.ToString();
    }
}
