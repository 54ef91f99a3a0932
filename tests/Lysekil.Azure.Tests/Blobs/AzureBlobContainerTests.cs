using Lysekil.Azure.Blobs;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Blobs;

[Collection(AzuriteCollection.Name)]
public sealed class AzureBlobContainerTests(AzuriteFixture azurite) : BlobContainerContract
{
    protected override async Task<IBlobContainer> CreateAsync() =>
        new AzureBlobContainer(await azurite.ContainerAsync());

    protected override Task AWhileAsync() => Task.Delay(TimeSpan.FromSeconds(1.1));
}
