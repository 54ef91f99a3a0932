using Lysekil.Local.Storage;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Storage;

public sealed class NullTableTests
{
    private static readonly Dictionary<string, string> Columns = [];

    [Fact]
    public async Task Beneath_a_write_through_cache_rows_are_read_and_replaced()
    {
        var table = await WriteThroughTable.OpenAsync(new NullTable(), TimeProvider.System, default);

        var etags = await table.CommitAsync(
            [new RowChange.Insert("a", Columns), new RowChange.Insert("b", Columns)], default);
        Assert.NotEqual(etags![0], etags[1]);
        Assert.NotNull(await table.CommitAsync(
            [new RowChange.Replace("a", Columns, etags[0]!.Value), new RowChange.Delete("b", etags[1])], default));

        Assert.Null(await table.CommitAsync([new RowChange.Replace("a", Columns, etags[0]!.Value)], default));
        Assert.Equal(["a"], await table.QueryAsync(new("a", "z"), 10, default).Select(r => r.Key).ToListAsync());
    }

    [Fact]
    public async Task The_table_itself_has_no_rows()
    {
        var table = new NullTable();

        Assert.Equal([null], (await table.CommitAsync([new RowChange.Delete("a")], default))!);
        Assert.NotNull(await table.CommitAsync([new RowChange.Insert("a", Columns)], default));

        Assert.Null(await table.FindAsync("a", default));
        Assert.Empty(await table.QueryAsync(new("a", "z"), 10, default).ToListAsync());
    }
}
