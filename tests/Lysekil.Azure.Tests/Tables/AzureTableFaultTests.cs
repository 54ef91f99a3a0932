using Azure;
using Azure.Data.Tables;
using Lysekil.Azure.Tables;
using Lysekil.Publishing.Storage;
using Moq;

namespace Lysekil.Azure.Tests.Tables;

/// <summary>Which refusals of the service are results, and which are faults.</summary>
public sealed class AzureTableFaultTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly RowChange[] Changes = [new RowChange.Upsert("a", Some.NoColumns)];

    private readonly Mock<TableClient> _client = new(MockBehavior.Strict);

    [Theory]
    [InlineData(503, "ServerBusy")]
    [InlineData(500, "OperationTimedOut")]
    [InlineData(403, "AuthorizationPermissionMismatch")]
    [InlineData(404, "TableNotFound")]
    [InlineData(409, "TableBeingDeleted")]
    [InlineData(400, "InvalidInput")]
    [InlineData(0, null)]
    public async Task A_fault_propagates(int status, string? code)
    {
        var table = Refusing(status, code);

        await Assert.ThrowsAsync<RequestFailedException>(() => table.FindAsync("a", Never));
        await Assert.ThrowsAsync<RequestFailedException>(() => table.CommitAsync(Changes, Never));
    }

    [Theory]
    [InlineData(412, "UpdateConditionNotSatisfied")]
    [InlineData(412, "ConditionNotMet")]
    [InlineData(409, "EntityAlreadyExists")]
    [InlineData(404, "ResourceNotFound")]
    [InlineData(404, "EntityNotFound")]
    public async Task A_conflict_is_a_result(int status, string code)
    {
        var table = Refusing(status, code);

        Assert.Null(await table.CommitAsync(Changes, Never));
    }

    [Fact]
    public async Task A_missing_row_is_a_result()
    {
        var table = Refusing(404, "ResourceNotFound");

        Assert.Null(await table.FindAsync("a", Never));
    }

    private AzureTable Refusing(int status, string? code)
    {
        var refusal = new RequestFailedException(status, "Refused.", code, innerException: null);
        _client
            .Setup(client => client.GetEntityAsync<TableEntity>("site", "a", It.IsAny<IEnumerable<string>>(), Never))
            .ThrowsAsync(refusal);
        _client
            .Setup(client => client.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), Never))
            .ThrowsAsync(refusal);
        return new AzureTable(_client.Object, "site");
    }
}
