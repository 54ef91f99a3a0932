using Lysekil.Azure.Tables;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Tables;

/// <summary>The calls that each method makes.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AzureTableCallsTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly CallCounter _counter = new();

    [Fact]
    public async Task A_find_and_a_commit_are_one_call_each()
    {
        var table = new AzureTable(await azurite.TableAsync(_counter), "site");

        await AssertCallsAsync(1, () => table.CommitAsync(Inserts(0, 100), Never));
        await AssertCallsAsync(1, () => table.CommitAsync(Inserts(0, 1), Never));
        await AssertCallsAsync(1, () => table.FindAsync("00000", Never));
        await AssertCallsAsync(1, () => table.FindAsync("x", Never));
    }

    [Fact]
    public async Task A_query_is_one_call_for_each_thousand_rows()
    {
        var table = new AzureTable(await azurite.TableAsync(_counter), "site");
        for (var at = 0; at < 1_200; at += 100) { await table.CommitAsync(Inserts(at, 100), Never); }

        await AssertCallsAsync(1, () => QueryAsync(table, most: 10));
        await AssertCallsAsync(1, () => QueryAsync(table, most: 1_000));
        await AssertCallsAsync(2, () => QueryAsync(table, most: 1_100));
        await AssertCallsAsync(2, () => QueryAsync(table, most: 2_000));
    }

    private static Task<List<Row>> QueryAsync(AzureTable table, int most) =>
        table.QueryAsync(new KeyRange("0", "9"), most, Never).ToListAsync().AsTask();

    private static List<RowChange> Inserts(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(row => new RowChange.Insert($"{row:D5}", Some.NoColumns))];

    private async Task AssertCallsAsync<T>(int expected, Func<Task<T>> method)
    {
        _counter.Reset();
        await method();
        Assert.Equal(expected, _counter.Calls);
    }
}
