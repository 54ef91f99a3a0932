using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Tables;

/// <summary>What every <see cref="ITable"/> does: finding rows and committing changes.</summary>
public abstract class TableContract
{
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>A change of the row <c>a</c>, or of the missing <c>x</c>, that a commit must not make.</summary>
    public static TheoryData<RowChange> Conflicts { get; } =
    [
        new RowChange.Insert("a", Some.Columns()),
        new RowChange.Replace("a", Some.Columns(), Some.OtherRowETag),
        new RowChange.Replace("x", Some.Columns(), Some.OtherRowETag),
        new RowChange.Delete("a", Some.OtherRowETag),
        new RowChange.Delete("x", Some.OtherRowETag),
        new RowChange.Delete("x"),
    ];

    [Fact]
    public async Task A_missing_row_is_not_found()
    {
        var table = await CreateAsync();

        Assert.Null(await table.FindAsync("a", Never));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("source|artiklar|2019-10-05 Höstmöte.md")]
    [InlineData("a'b \"c\" <d> (e) 100% f+g&h=i;j,k:l~m!")]
    [InlineData("%2F %20")]
    [InlineData("månad:2019-10:åäö")]
    public async Task A_row_is_found_as_it_was_inserted(string key)
    {
        var table = await CreateAsync();
        var columns = new Dictionary<string, string>
        {
            ["Title"] = "Valkyriornas \"höstmöte\" & 'mer' <b>\n\t\\",
            ["Empty"] = "",
            ["Number"] = "0042",
            ["Date"] = "2019-10-05T18:00:00+02:00",
            ["Long"] = new('å', 32_000),
        };

        var etags = await table.CommitAsync([new RowChange.Insert(key, columns)], Never);

        var row = await table.FindAsync(key, Never);
        Assert.Equal(key, row?.Key);
        Assert.Equal(columns, row?.Columns);
        Assert.Equal(Assert.Single(etags!), row?.ETag);
    }

    [Fact]
    public async Task Every_change_gives_the_ETag_of_its_row()
    {
        var table = await CreateAsync();
        var first = await table.CommitAsync(
            [
                new RowChange.Insert("a", Some.Columns()),
                new RowChange.Insert("b", Some.Columns()),
                new RowChange.Insert("c", Some.Columns()),
                new RowChange.Insert("d", Some.Columns()),
            ],
            Never);

        var second = await table.CommitAsync(
            [
                new RowChange.Replace("a", Some.Columns("ny"), first![0]!.Value),
                new RowChange.Upsert("b", Some.Columns("ny")),
                new RowChange.Delete("c", first[2]),
                new RowChange.Delete("d"),
                new RowChange.Upsert("e", Some.NoColumns),
                new RowChange.Insert("f", Some.Columns()),
            ],
            Never);

        Assert.Equal(
            [
                await ETagAsync(table, "a"),
                await ETagAsync(table, "b"),
                null,
                null,
                await ETagAsync(table, "e"),
                await ETagAsync(table, "f"),
            ],
            second);
        Assert.Null(await table.FindAsync("c", Never));
        Assert.Null(await table.FindAsync("d", Never));
        Assert.Equal("ny", (await table.FindAsync("a", Never))?.Columns["Title"]);
        Assert.Empty((await table.FindAsync("e", Never))!.Columns);
    }

    [Theory]
    [MemberData(nameof(Conflicts))]
    public async Task A_commit_with_a_conflict_changes_nothing(RowChange conflict)
    {
        var table = await CreateAsync();
        await table.CommitAsync(
            [new RowChange.Insert("a", Some.Columns()), new RowChange.Insert("b", Some.Columns())], Never);
        var before = await RowsAsync(table);
        RowChange[] others = [new RowChange.Insert("0", Some.Columns()), new RowChange.Upsert("b", Some.NoColumns)];

        Assert.Null(await table.CommitAsync([conflict], Never));
        Assert.Null(await table.CommitAsync([conflict, .. others], Never));
        Assert.Null(await table.CommitAsync([.. others, conflict], Never));

        Assert.Equivalent(before, await RowsAsync(table), strict: true);
    }

    [Fact]
    public async Task Replacing_and_upserting_leave_no_old_columns()
    {
        var table = await CreateAsync();
        var old = new Dictionary<string, string> { ["Old"] = "1" };
        var etags = await table.CommitAsync(
            [new RowChange.Insert("a", old), new RowChange.Insert("b", old)], Never);

        await table.CommitAsync(
            [new RowChange.Replace("a", Some.Columns(), etags![0]!.Value), new RowChange.Upsert("b", Some.Columns())],
            Never);

        Assert.Equal(Some.Columns(), (await table.FindAsync("a", Never))?.Columns);
        Assert.Equal(Some.Columns(), (await table.FindAsync("b", Never))?.Columns);
    }

    [Fact]
    public async Task Each_upsert_of_the_same_gives_another_ETag()
    {
        var table = await CreateAsync();

        var seen = new HashSet<ETag?>();
        for (var time = 0; time < 300; time++)
        {
            var etags = await table.CommitAsync([new RowChange.Upsert("a", Some.NoColumns)], Never);
            Assert.True(seen.Add(Assert.Single(etags!)));
        }
    }

    [Fact]
    public async Task Concurrent_upserts_give_different_ETags()
    {
        var table = await CreateAsync();

        var etags = await Task.WhenAll(Enumerable.Range(0, 300).Select(
            async _ => (await table.CommitAsync([new RowChange.Upsert("a", Some.NoColumns)], Never))?[0]));

        Assert.Equal(300, etags.Distinct().Count());
        Assert.Contains(await ETagAsync(table, "a"), etags);
    }

    [Fact]
    public async Task One_of_concurrent_commits_succeeds()
    {
        var table = await CreateAsync();

        var inserted = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => table.CommitAsync([new RowChange.Insert("a", Some.Columns())], Never)));
        var first = Assert.Single(inserted, etags => etags is not null)![0]!.Value;
        var replaced = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            writer => table.CommitAsync(
                [
                    new RowChange.Replace("a", Some.Columns(), first),
                    new RowChange.Insert($"by {writer}", Some.NoColumns),
                ],
                Never)));
        var second = Assert.Single(replaced, etags => etags is not null);

        Assert.Equal(second![0], await ETagAsync(table, "a"));
        Assert.Equal(2, (await RowsAsync(table)).Count);
    }

    [Fact]
    public async Task A_row_that_is_inserted_again_is_another_version()
    {
        var table = await CreateAsync();
        var first = await table.CommitAsync([new RowChange.Insert("a", Some.Columns())], Never);
        await table.CommitAsync([new RowChange.Delete("a", first![0])], Never);

        var second = await table.CommitAsync([new RowChange.Insert("a", Some.Columns())], Never);

        Assert.NotEqual(first[0], second![0]);
        Assert.Null(await table.CommitAsync([new RowChange.Delete("a", first[0])], Never));
    }

    [Fact]
    public async Task Modified_tells_when_a_version_was_written()
    {
        var table = await CreateAsync();
        await table.CommitAsync([new RowChange.Upsert("a", Some.NoColumns)], Never);
        var first = await table.FindAsync("a", Never);
        await AWhileAsync();

        await table.CommitAsync([new RowChange.Upsert("a", Some.NoColumns)], Never);

        Assert.True((await table.FindAsync("a", Never))?.Modified > first?.Modified);
    }

    [Fact]
    public async Task A_commit_takes_a_hundred_changes_and_no_more()
    {
        var table = await CreateAsync();
        var changes = Enumerable.Range(0, 101).Select(row => new RowChange.Insert($"{row}", Some.Columns())).ToList();

        await Assert.ThrowsAnyAsync<Exception>(() => table.CommitAsync(changes, Never));
        Assert.Empty(await RowsAsync(table));

        Assert.Equal(100, (await table.CommitAsync(changes[..100], Never))?.Count);
        Assert.Equal(100, (await RowsAsync(table)).Count);
    }

    [Fact]
    public async Task A_commit_of_nothing_or_of_one_row_twice_is_refused()
    {
        var table = await CreateAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => table.CommitAsync([], Never));
        await Assert.ThrowsAnyAsync<Exception>(() => table.CommitAsync(
            [new RowChange.Upsert("a", Some.Columns()), new RowChange.Upsert("a", Some.NoColumns)], Never));
        Assert.Empty(await RowsAsync(table));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    public async Task A_key_with_other_characters_is_refused(string key)
    {
        var table = await CreateAsync();

        await Assert.ThrowsAnyAsync<Exception>(
            () => table.CommitAsync([new RowChange.Insert(key, Some.Columns())], Never));
    }

    [Fact]
    public async Task A_value_that_is_too_large_is_refused()
    {
        var table = await CreateAsync();
        var large = new Dictionary<string, string> { ["Text"] = new('x', 33_000) };

        await Assert.ThrowsAnyAsync<Exception>(() => table.CommitAsync([new RowChange.Insert("a", large)], Never));
        Assert.Empty(await RowsAsync(table));
    }

    /// <summary>An empty partition.</summary>
    protected abstract Task<ITable> CreateAsync();

    /// <summary>Lets the service's clock move.</summary>
    protected abstract Task AWhileAsync();

    private static async Task<ETag?> ETagAsync(ITable table, string key) => (await table.FindAsync(key, Never))?.ETag;

    private static async Task<List<Row>> RowsAsync(ITable table) =>
        await table.QueryAsync(new KeyRange(" ", "~~"), 1_000, Never).ToListAsync();
}
