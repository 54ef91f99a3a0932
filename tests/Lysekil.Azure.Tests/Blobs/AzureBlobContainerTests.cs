using Azure;
using Lysekil.Azure.Blobs;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Blobs;

[Collection(AzuriteCollection.Name)]
public sealed class AzureBlobContainerTests(AzuriteFixture azurite) : BlobContainerContract
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(9 << 20)]
    public async Task A_source_that_is_replaced_while_it_is_copied_is_not_a_conflict_of_the_copy(int length)
    {
        var container = await CreateAsync();
        await using var content = new BrokenStream(
            length, new RequestFailedException(412, "Refused.", "ConditionNotMet", innerException: null));

        await Assert.ThrowsAnyAsync<Exception>(
            () => container.WriteAsync(Name, content, Some.Headers, expected: null, CancellationToken.None));

        Assert.Null(await container.FindAsync(Name, CancellationToken.None));
    }

    protected override async Task<IBlobContainer> CreateAsync() =>
        new AzureBlobContainer(await azurite.ContainerAsync());

    protected override Task AWhileAsync() => Task.Delay(TimeSpan.FromSeconds(1.1));
}
