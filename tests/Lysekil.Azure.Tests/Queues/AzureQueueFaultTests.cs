using Azure;
using Azure.Storage.Queues;
using Lysekil.Azure.Queues;
using Lysekil.Publishing.Storage;
using Moq;

namespace Lysekil.Azure.Tests.Queues;

/// <summary>
/// Which refusals say that another receiver has a message. The service's code tells, and not the status that it shares
/// with other refusals.
/// </summary>
public sealed class AzureQueueFaultTests
{
    private readonly Mock<QueueClient> _client = new(MockBehavior.Strict);

    [Theory]
    [InlineData(400, "PopReceiptMismatch")]
    [InlineData(404, "MessageNotFound")]
    public async Task A_lost_lease_is_no_fault(int status, string code) => await WithdrawAsync(status, code);

    [Theory]
    [InlineData(400, "InvalidQueryParameterValue")]
    [InlineData(400, null)]
    [InlineData(404, "QueueNotFound")]
    [InlineData(409, "QueueBeingDeleted")]
    [InlineData(503, "ServerBusy")]
    public async Task Another_refusal_is_a_fault(int status, string? code) =>
        await Assert.ThrowsAsync<RequestFailedException>(() => WithdrawAsync(status, code));

    private Task WithdrawAsync(int status, string? code)
    {
        _client.Setup(c => c.DeleteMessageAsync("id", "receipt", CancellationToken.None))
            .ThrowsAsync(new RequestFailedException(status, "Refused.", code, innerException: null));
        return new AzureQueue(_client.Object).WithdrawAsync(new MessageReceipt("id", "receipt"), default);
    }
}
