using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Tables;

public sealed class SimulatedTableTests : TableContract
{
    private readonly FakeTimeProvider _clock = new();

    // Azurite does not have these limits of Azure.
    [Fact]
    public async Task A_row_or_a_commit_that_is_too_large_is_refused()
    {
        var table = await CreateAsync();
        RowChange[] commit = [.. Enumerable.Range(0, 9).Select(row => Large($"{row}", columns: 8))];

        await Assert.ThrowsAsync<ArgumentException>(
            () => table.CommitAsync([Large("a", columns: 17)], CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => table.CommitAsync(commit, CancellationToken.None));
        Assert.NotNull(await table.CommitAsync(commit[..8], CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Timestamp")]
    [InlineData("a-b")]
    [InlineData("1st")]
    [InlineData("å")]
    public async Task A_column_with_another_name_is_refused(string name)
    {
        var table = await CreateAsync();
        var columns = new Dictionary<string, string> { [name] = "x" };

        await Assert.ThrowsAsync<ArgumentException>(
            () => table.CommitAsync([new RowChange.Upsert("a", columns)], CancellationToken.None));
    }

    protected override Task<ITable> CreateAsync() => Task.FromResult<ITable>(new SimulatedTable(_clock));

    protected override Task AWhileAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return Task.CompletedTask;
    }

    private static RowChange.Insert Large(string key, int columns) =>
        new(key, Enumerable.Range(0, columns).ToDictionary(column => $"C{column}", _ => new string('x', 32_000)));
}
