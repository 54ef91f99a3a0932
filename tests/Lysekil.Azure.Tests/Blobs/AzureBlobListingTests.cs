using Azure.Storage.Blobs.Models;
using Lysekil.Azure.Blobs;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Blobs;

[Collection(AzuriteCollection.Name)]
public sealed class AzureBlobListingTests(AzuriteFixture azurite) : BlobListingContract
{
    [Fact]
    public async Task A_new_version_begins_without_tags()
    {
        var client = await azurite.ContainerAsync();
        var container = new AzureBlobContainer(client);
        var etag = await container.WriteAsync("a.md", Some.Stream(), Some.Headers, null, CancellationToken.None);
        await container.TagAsync(
            "a.md", new Dictionary<string, string> { ["state"] = "live" }, CancellationToken.None);

        await container.WriteAsync("a.md", Some.Stream(), Some.Headers, etag, CancellationToken.None);

        Assert.Empty((await client.GetBlobClient("a.md").GetTagsAsync()).Value.Tags);
    }

    protected override async Task<IBlobContainer> CreateAsync() =>
        new AzureBlobContainer(await azurite.ContainerAsync(), BlobTraits.Metadata | BlobTraits.Tags);
}
