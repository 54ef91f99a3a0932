using System.Globalization;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Storage;

public sealed class WriteThroughTableTests
{
    private static readonly KeyRange Letters = new("a", "z");

    private readonly SimulatedTable _table = new(TimeProvider.System);
    private readonly TroubledTable _troubled;

    public WriteThroughTableTests() => _troubled = new TroubledTable(_table);

    [Fact]
    public async Task Committed_rows_are_read_without_a_call()
    {
        var known = await OpenAsync();
        var etag = (await known.CommitAsync([Insert("a"), Insert("b"), Insert("c"), Insert("d")], default))![1]!.Value;
        await known.CommitAsync(
            [new RowChange.Replace("b", Columns("second"), etag), new RowChange.Delete("c"), Upsert("e")], default);

        foreach (var range in (KeyRange[])[Letters, new("b", "d"), new("b", "e", WithoutFrom: true), new("d", "b")])
        {
            var expected = await _table.QueryAsync(range, 3, default).ToListAsync();
            var read = await known.QueryAsync(range, 3, default).ToListAsync();
            Assert.Equal(expected.Select(Essence), read.Select(Essence));
        }

        Assert.Equal("second", (await known.FindAsync("b", default))!.Columns["is"]);
        Assert.Null(await known.FindAsync("c", default));
        Assert.Equal(1, _troubled.Reads); // When it was opened.
    }

    [Fact]
    public async Task Existing_rows_are_known()
    {
        await _table.CommitAsync([Insert("a")], default);
        var known = await OpenAsync();

        Assert.Equal(_table.Rows.Single().ETag, (await known.FindAsync("a", default))!.ETag);
    }

    [Fact]
    public async Task A_conflict_is_refused_without_a_call()
    {
        var known = await OpenAsync();
        await known.CommitAsync([Insert("a")], default);

        Assert.Null(await known.CommitAsync([Insert("b"), Insert("a")], default));
        var stale = new RowChange.Replace("a", Columns("other"), new ETag("\"old\""));
        Assert.Null(await known.CommitAsync([stale], default));
        Assert.Null(await known.CommitAsync([new RowChange.Delete("c")], default));
        Assert.Equal(1, _troubled.Commits);
        Assert.Equal("a", Assert.Single(_table.Rows).Key);
    }

    [Fact]
    public async Task After_a_failed_commit_rows_are_read_from_the_table()
    {
        var known = await OpenAsync();
        _troubled.Fault = new IOException("The answer was lost.");
        await Assert.ThrowsAsync<IOException>(() => known.CommitAsync([Insert("a")], default));
        _troubled.Fault = null;

        await AssertReadAsync(known);
    }

    [Fact]
    public async Task After_a_refusal_by_the_table_alone_rows_are_read_from_it()
    {
        var known = await OpenAsync();
        _troubled.Repeats = true;
        Assert.Null(await known.CommitAsync([Insert("a")], default));
        _troubled.Repeats = false;

        await AssertReadAsync(known);
    }

    [Fact]
    public async Task The_last_of_concurrent_commits_is_known()
    {
        var known = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => known.CommitAsync(
            [Upsert("all"), Upsert(Key(i % 7)), Upsert(Key(i % 5) + "x")], default))));

        Assert.Equal(13, _table.Rows.Count);
        foreach (var row in _table.Rows)
        {
            Assert.Equal(row.ETag, (await known.FindAsync(row.Key, default))!.ETag);
        }
    }

    private static async Task AssertReadAsync(WriteThroughTable known)
    {
        Assert.NotNull(await known.FindAsync("a", default));
        Assert.NotNull(await known.CommitAsync([Insert("b")], default));
        Assert.Equal(["a", "b"], (await known.QueryAsync(Letters, 9, default).ToListAsync()).Select(r => r.Key));
    }

    private static (string Key, ETag ETag, string Is) Essence(Row row) => (row.Key, row.ETag, row.Columns["is"]);

    private static Dictionary<string, string> Columns(string value) => new() { ["is"] = value };

    private static RowChange.Insert Insert(string key) => new(key, Columns("first"));

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static RowChange.Upsert Upsert(string key) => new(key, Columns("first"));

    private Task<WriteThroughTable> OpenAsync() => WriteThroughTable.OpenAsync(_troubled, TimeProvider.System, default);
}
