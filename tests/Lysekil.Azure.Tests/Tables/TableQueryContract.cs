using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Tables;

/// <summary>What every <see cref="ITable"/> does: ranges of rows.</summary>
public abstract class TableQueryContract
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_range_includes_its_start_but_not_its_end()
    {
        var table = await WithRowsAsync("a", "b", "c", "d");

        Assert.Equal(["b", "c"], await KeysAsync(table, new KeyRange("b", "d")));
        Assert.Equal(["c"], await KeysAsync(table, new KeyRange("b", "d", WithoutFrom: true)));
        Assert.Equal(["b", "c"], await KeysAsync(table, new KeyRange("a1", "c1")));
        Assert.Empty(await KeysAsync(table, new KeyRange("b", "b")));
        Assert.Empty(await KeysAsync(table, new KeyRange("c", "b")));
        Assert.Empty(await KeysAsync(table, new KeyRange("e", "f")));
    }

    [Fact]
    public async Task A_prefix_is_a_range()
    {
        var table = await WithRowsAsync("m:2019-09:z", "m:2019-10:", "m:2019-10:a", "m:2019-10:å", "m:2019-11:a", "n");

        Assert.Equal(
            ["m:2019-10:", "m:2019-10:a", "m:2019-10:å"], await KeysAsync(table, KeyRange.StartingWith("m:2019-10:")));
        Assert.Equal(
            ["m:2019-10:å"], await KeysAsync(table, KeyRange.After("m:2019-10:a", "m:2019-10:")));
    }

    [Fact]
    public async Task Rows_come_in_the_ordinal_order_of_their_keys()
    {
        string[] keys =
            ["!", "'", "-", "0", "10", "9", "A", "B", "_", "a", "a'", "aa", "b", "~", "Å", "ä", "å", "ö"];
        var table = await WithRowsAsync([.. keys.Reverse()]);

        Assert.Equal(keys, await KeysAsync(table, new KeyRange("!", "\uffff")));
        Assert.Equal(["a", "a'", "aa"], await KeysAsync(table, KeyRange.StartingWith("a")));
        Assert.Equal(["a'"], await KeysAsync(table, KeyRange.StartingWith("a'")));
    }

    [Fact]
    public async Task At_most_the_requested_number_of_rows_is_returned()
    {
        var table = await WithRowsAsync("a", "b", "c", "d");
        var range = new KeyRange("a", "z");

        Assert.Equal(["a", "b", "c"], await KeysAsync(table, range, most: 3));
        Assert.Equal(["a", "b", "c", "d"], await KeysAsync(table, range, most: 4));
        Assert.Equal(["a", "b", "c", "d"], await KeysAsync(table, range, most: 5));
        Assert.Empty(await KeysAsync(table, range, most: 0));
    }

    [Fact]
    public async Task Rows_of_several_slices_are_returned_in_order()
    {
        var keys = Enumerable.Range(0, 2_300).Select(row => $"{row:D5}").ToArray();
        var table = await WithRowsAsync(keys);

        Assert.Equal(keys, await KeysAsync(table, new KeyRange("0", "9"), most: 10_000));
        Assert.Equal(keys[..1_500], await KeysAsync(table, new KeyRange("0", "9"), most: 1_500));
        Assert.Equal(
            keys[1_001..2_001],
            await KeysAsync(table, new KeyRange("01000", "9", WithoutFrom: true), most: 1_000));
    }

    [Fact]
    public async Task A_row_of_a_range_is_the_row_that_is_found()
    {
        var table = await WithRowsAsync("a");

        var row = await table.QueryAsync(new KeyRange("a", "b"), 1, Never).SingleAsync();

        Assert.Equivalent(await table.FindAsync("a", Never), row, strict: true);
    }

    [Fact]
    public async Task All_rows_of_a_range_can_be_asked_for()
    {
        var table = await WithRowsAsync("a", "b", "c");

        Assert.Equal(["a", "b"], await KeysAsync(table, new KeyRange("a", "c"), int.MaxValue));
    }

    /// <summary>An empty partition.</summary>
    protected abstract Task<ITable> CreateAsync();

    private static async Task<List<string>> KeysAsync(ITable table, KeyRange range, int most = 1_000) =>
        await table.QueryAsync(range, most, Never).Select(row => row.Key).ToListAsync();

    private async Task<ITable> WithRowsAsync(params string[] keys)
    {
        var table = await CreateAsync();
        foreach (var some in keys.Chunk(ITable.MostChanges))
        {
            Assert.NotNull(await table.CommitAsync(
                [.. some.Select(key => new RowChange.Insert(key, Some.Columns()))], Never));
        }

        return table;
    }
}
