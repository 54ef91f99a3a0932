using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Lysekil.Azure.Connections;

/// <summary>The options of all storage clients: shared connections, and a few quick retries.</summary>
internal static class StorageClientOptions
{
    // For 24 publishes at once, each with a few calls under way.
    private const int MaxConnectionsPerAccount = 128;

    private static readonly HttpClientTransport Transport = new(
        new HttpClient(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = MaxConnectionsPerAccount,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AllowAutoRedirect = false,
                UseCookies = false,
            })
        {
            // The pipeline has a timeout of its own for each attempt.
            Timeout = Timeout.InfiniteTimeSpan,
        });

    public static BlobClientOptions Blobs() => Tuned(new BlobClientOptions());

    public static TableClientOptions Tables() => Tuned(new TableClientOptions());

    /// <summary>In base64, as the functions host and Event Grid encode messages.</summary>
    public static QueueClientOptions Queues() =>
        Tuned(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>Without an encoding, for messages that cannot be decoded.</summary>
    public static QueueClientOptions RawQueues() =>
        Tuned(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });

    private static TOptions Tuned<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.Transport = Transport;
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 4;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        return options;
    }
}
