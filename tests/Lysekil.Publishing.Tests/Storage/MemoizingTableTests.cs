using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Storage;

public class MemoizingTableTests
{
    private static readonly KeyRange Letters = KeyRange.StartingWith("x:");

    private readonly StorageTrace _trace = new();
    private readonly SimulatedStorage _storage;
    private readonly MemoizingTable _table;

    public MemoizingTableTests()
    {
        _storage = new SimulatedStorage(Some.Clock(), _trace);
        _table = new MemoizingTable(_storage.Site.Index);
    }

    [Theory]
    [InlineData("x:a", "x:c", false, int.MaxValue, "x:a x:b")]
    [InlineData("x:a", "x:c", true, int.MaxValue, "x:b")]
    [InlineData("x:", "x;", false, 2, "x:a x:b")]
    [InlineData("x:d", "x:e", false, int.MaxValue, "")]
    public async Task A_part_of_an_earlier_query_is_answered_without_a_call(
        string from, string to, bool withoutFrom, int most, string found)
    {
        await StoreAsync("x:a", "x:b", "x:c");
        Assert.Equal("x:a x:b x:c", await KeysAsync(Letters, int.MaxValue));
        await StoreAsync("x:aa");

        Assert.Equal(found, await KeysAsync(new KeyRange(from, to, withoutFrom), most));
        Assert.Equal(1, Queries);
    }

    /// <summary>The earlier query has a limit: there may be more rows than it returned.</summary>
    [Fact]
    public async Task A_query_beyond_an_earlier_one_calls_storage()
    {
        await StoreAsync("x:a", "x:b", "x:c");
        await KeysAsync(Letters, 2);

        Assert.Equal("x:a x:b x:c", await KeysAsync(Letters, int.MaxValue));
        Assert.Equal("x:b", await KeysAsync(new KeyRange("x:b", "x:c"), 1));
        Assert.Equal("x:c", await KeysAsync(new KeyRange("x:b", "y", WithoutFrom: true), 9));
        Assert.Equal(3, Queries);
    }

    [Theory]
    [InlineData("b", false, "d", false, "b", "d", true)]
    [InlineData("b", false, "d", true, "b", "d", true)]
    [InlineData("b", true, "d", true, "b", "d", true)]
    [InlineData("b", true, "d", false, "b", "d", false)]
    [InlineData("a", true, "e", false, "b", "d", true)]
    [InlineData("c", false, "d", false, "b", "d", false)]
    [InlineData("b", false, "c", false, "b", "d", false)]
    public void A_range_contains_the_ranges_within_it(
        string from,
        bool withoutFrom,
        string to,
        bool otherWithoutFrom,
        string otherFrom,
        string otherTo,
        bool isIn)
    {
        var other = new KeyRange(otherFrom, otherTo, otherWithoutFrom);

        Assert.Equal(isIn, new KeyRange(from, to, withoutFrom).Contains(other));
    }

    private int Queries => _trace.Calls.Count(c => c.Operation == StorageOperation.Query);

    private async Task<string> KeysAsync(KeyRange range, int most) =>
        string.Join(' ', await _table.QueryAsync(range, most, default).Select(r => r.Key).ToListAsync());

    private async Task StoreAsync(params string[] keys) =>
        await _storage.Index.CommitAsync(
            [.. keys.Select(k => new RowChange.Insert(k, new Dictionary<string, string>()))], default);
}
