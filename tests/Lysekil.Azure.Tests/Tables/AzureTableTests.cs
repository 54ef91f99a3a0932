using Lysekil.Azure.Tables;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class AzureTableTests(AzuriteFixture azurite) : TableContract
{
    protected override async Task<ITable> CreateAsync() => new AzureTable(await azurite.TableAsync(), "site");

    protected override Task AWhileAsync() => Task.Delay(TimeSpan.FromMilliseconds(20));
}
