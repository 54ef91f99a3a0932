using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Lysekil.Azure.Connections;

/// <summary>How one storage account is reached.</summary>
public abstract record StorageConnection
{
    private StorageConnection() { }

    internal abstract BlobServiceClient BlobService(BlobClientOptions options);

    internal abstract QueueServiceClient QueueService(QueueClientOptions options);

    internal abstract TableServiceClient TableService(TableClientOptions options);

    /// <summary>With a connection string: the emulator, or an account that still has keys.</summary>
    public sealed record WithKey(string ConnectionString) : StorageConnection
    {
        /// <summary>Without the string, which is a secret.</summary>
        public override string ToString() => nameof(WithKey);

        internal override BlobServiceClient BlobService(BlobClientOptions options) => new(ConnectionString, options);

        internal override QueueServiceClient QueueService(QueueClientOptions options) => new(ConnectionString, options);

        internal override TableServiceClient TableService(TableClientOptions options) => new(ConnectionString, options);
    }

    /// <summary>
    /// With an identity that has a role: the managed identity of an app, or the login of a developer.
    /// </summary>
    /// <param name="Blobs">The blob service.</param>
    /// <param name="Queues">The queue service; <c>null</c> where only blobs are stored.</param>
    /// <param name="Tables">The table service; <c>null</c> where only blobs are stored.</param>
    /// <param name="Credential">The identity.</param>
    public sealed record WithIdentity(Uri Blobs, Uri? Queues, Uri? Tables, TokenCredential Credential)
        : StorageConnection
    {
        internal override BlobServiceClient BlobService(BlobClientOptions options) => new(Blobs, Credential, options);

        internal override QueueServiceClient QueueService(QueueClientOptions options) =>
            new(Queues ?? throw NotFor("queues"), Credential, options);

        internal override TableServiceClient TableService(TableClientOptions options) =>
            new(Tables ?? throw NotFor("tables"), Credential, options);

        private static InvalidOperationException NotFor(string what) => new($"This connection is not for {what}.");
    }
}
