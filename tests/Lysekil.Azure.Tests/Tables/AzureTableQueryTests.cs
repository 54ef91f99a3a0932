using Lysekil.Azure.Tables;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class AzureTableQueryTests(AzuriteFixture azurite) : TableQueryContract
{
    [Fact]
    public async Task Partitions_do_not_see_each_other()
    {
        var client = await azurite.TableAsync();
        var table = new AzureTable(client, "site");
        await new AzureTable(client, "other").CommitAsync(
            [new RowChange.Insert("a", Some.Columns())], CancellationToken.None);

        Assert.Null(await table.FindAsync("a", CancellationToken.None));
        Assert.Empty(await table.QueryAsync(new KeyRange("a", "b"), 1, CancellationToken.None).ToListAsync());
    }

    protected override async Task<ITable> CreateAsync() => new AzureTable(await azurite.TableAsync(), "site");
}
