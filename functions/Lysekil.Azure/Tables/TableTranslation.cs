using System.Collections.Frozen;
using Azure.Data.Tables;
using Lysekil.Publishing.Storage;
using AzureETag = Azure.ETag;

namespace Lysekil.Azure.Tables;

/// <summary>Translates between the types of the port and those of the client library.</summary>
internal static class TableTranslation
{
    private static readonly FrozenSet<string> SystemProperties =
        FrozenSet.Create("PartitionKey", "RowKey", "Timestamp", "odata.etag", "odata.metadata");

    public static Row RowOf(TableEntity entity) => new(
        entity.RowKey,
        ETagOf(entity.ETag),
        entity.Timestamp ?? throw new InvalidDataException($"The row '{entity.RowKey}' came without a timestamp."),
        entity
            .Where(property => !SystemProperties.Contains(property.Key))
            .ToFrozenDictionary(property => property.Key, property => (string)property.Value, StringComparer.Ordinal));

    public static ETag ETagOf(AzureETag tag) => new(tag.ToString("H"));

    public static TableTransactionAction ActionOf(string partition, RowChange change) => change switch
    {
        RowChange.Insert insert => new(
            TableTransactionActionType.Add, EntityOf(partition, insert.Key, insert.Columns)),
        RowChange.Replace replace => new(
            TableTransactionActionType.UpdateReplace,
            EntityOf(partition, replace.Key, replace.Columns),
            new AzureETag(replace.Expected.Value)),
        RowChange.Upsert upsert => new(
            TableTransactionActionType.UpsertReplace, EntityOf(partition, upsert.Key, upsert.Columns)),
        RowChange.Delete delete => new(
            TableTransactionActionType.Delete,
            new TableEntity(partition, delete.Key),
            delete.Expected is { } expected ? new AzureETag(expected.Value) : AzureETag.All),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "An unknown kind of change."),
    };

    /// <summary>An OData filter; within quotes, a quote is written twice.</summary>
    public static string FilterOf(string partition, KeyRange range) =>
        $"PartitionKey eq '{Quoted(partition)}' and RowKey {(range.WithoutFrom ? "gt" : "ge")} '{Quoted(range.From)}' "
        + $"and RowKey lt '{Quoted(range.To)}'";

    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);

    private static TableEntity EntityOf(string partition, string key, IReadOnlyDictionary<string, string> columns)
    {
        var entity = new TableEntity(partition, key);
        foreach (var (name, value) in columns) { entity.Add(name, value); }
        return entity;
    }
}
