using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Lysekil.Publishing.Storage;
using ETag = Lysekil.Publishing.Storage.ETag;

namespace Lysekil.Azure.Tables;

/// <summary>
/// One partition of a table in Table Storage. A find and a commit make one call each, besides the retries of the client
/// library. After such a retry, a commit that took effect may look like a conflict.
/// </summary>
public sealed class AzureTable(TableClient client, string partition) : ITable
{
    private const int MaxRowsPerCall = 1_000;

    public async Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            var answer = await client.GetEntityAsync<TableEntity>(partition, key, select: null, cancellation);
            return TableTranslation.RowOf(answer.Value);
        }
        catch (RequestFailedException notFound) when (notFound.IsNotFound())
        {
            return null;
        }
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (most <= 0) { yield break; }

        // Slices of equal size, so that the last one brings no row too many.
        var calls = ((most - 1) / MaxRowsPerCall) + 1;
        var rowsPerCall = ((most - 1) / calls) + 1;
        await foreach (var entity in client.QueryAsync<TableEntity>(
            TableTranslation.FilterOf(partition, range), rowsPerCall, select: null, cancellation))
        {
            yield return TableTranslation.RowOf(entity);
            if (--most == 0) { yield break; }
        }
    }

    public async Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        try
        {
            var answers = await client.SubmitTransactionAsync(
                changes.Select(change => TableTranslation.ActionOf(partition, change)), cancellation);
            return [.. answers.Value.Select(
                (answer, index) => changes[index] is RowChange.Delete ? (ETag?)null : ETagIn(answer))];
        }
        catch (RequestFailedException conflict) when (conflict.IsConflict())
        {
            return null;
        }
    }

    private static ETag ETagIn(Response answer) => answer.Headers.ETag is { } tag
        ? TableTranslation.ETagOf(tag)
        : throw new InvalidDataException("Table Storage left an ETag out of a transaction's answer.");
}
