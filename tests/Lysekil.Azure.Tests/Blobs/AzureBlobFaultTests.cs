using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Lysekil.Azure.Blobs;
using Moq;

namespace Lysekil.Azure.Tests.Blobs;

/// <summary>Which refusals of the service are results, and which are faults.</summary>
public sealed class AzureBlobFaultTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly Mock<BlobClient> _blob = new(MockBehavior.Strict);
    private readonly AzureBlobContainer _container;

    public AzureBlobFaultTests()
    {
        var container = new Mock<BlobContainerClient>(MockBehavior.Strict);
        container.Setup(client => client.GetBlobClient("a")).Returns(_blob.Object);
        _container = new AzureBlobContainer(container.Object);
    }

    [Theory]
    [InlineData(503, "ServerBusy")]
    [InlineData(500, "InternalError")]
    [InlineData(403, "AuthorizationPermissionMismatch")]
    [InlineData(404, "ContainerNotFound")]
    [InlineData(409, "ContainerBeingDeleted")]
    [InlineData(409, "BlobImmutableDueToPolicy")]
    [InlineData(412, "LeaseIdMissing")]
    [InlineData(0, null)]
    public async Task A_fault_propagates(int status, string? code)
    {
        Refuse(status, code);

        await Assert.ThrowsAsync<RequestFailedException>(() => _container.FindAsync("a", Never));
        await Assert.ThrowsAsync<RequestFailedException>(() => _container.OpenAsync("a", Never));
        await Assert.ThrowsAsync<RequestFailedException>(
            () => _container.WriteAsync("a", Some.Stream(), Some.Headers, null, Never));
        await Assert.ThrowsAsync<RequestFailedException>(() => _container.DeleteAsync("a", Some.OtherETag, Never));
        await Assert.ThrowsAsync<RequestFailedException>(() => _container.TagAsync("a", Some.NoColumns, Never));
    }

    [Theory]
    [InlineData(409, "BlobAlreadyExists")]
    [InlineData(412, "ConditionNotMet")]
    [InlineData(404, "BlobNotFound")]
    public async Task A_conflict_is_a_result(int status, string code)
    {
        Refuse(status, code);

        Assert.Null(await _container.WriteAsync("a", Some.Stream(), Some.Headers, null, Never));
        Assert.False(await _container.DeleteAsync("a", Some.OtherETag, Never));
    }

    [Fact]
    public async Task A_missing_blob_is_a_result()
    {
        Refuse(404, "BlobNotFound");

        Assert.Null(await _container.FindAsync("a", Never));
        Assert.Null(await _container.OpenAsync("a", Never));
        Assert.False(await _container.TagAsync("a", Some.NoColumns, Never));
    }

    private void Refuse(int status, string? code)
    {
        var refusal = new RequestFailedException(status, "Refused.", code, innerException: null);
        _blob.Setup(blob => blob.GetPropertiesAsync(It.IsAny<BlobRequestConditions>(), Never)).ThrowsAsync(refusal);
        _blob.Setup(blob => blob.DownloadStreamingAsync(It.IsAny<BlobDownloadOptions>(), Never)).ThrowsAsync(refusal);
        _blob.Setup(blob => blob.UploadAsync(It.IsAny<Stream>(), It.IsAny<BlobUploadOptions>(), Never))
            .ThrowsAsync(refusal);
        _blob.Setup(blob => blob.DeleteAsync(
                It.IsAny<DeleteSnapshotsOption>(), It.IsAny<BlobRequestConditions>(), Never))
            .ThrowsAsync(refusal);
        _blob.Setup(blob => blob.SetTagsAsync(
                It.IsAny<IDictionary<string, string>>(), It.IsAny<BlobRequestConditions>(), Never))
            .ThrowsAsync(refusal);
    }
}
