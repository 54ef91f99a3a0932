using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Lysekil.Azure.Connections;

/// <summary>How all clients talk to storage: over the same connections, and with a few quick retries.</summary>
internal static class StorageClientOptions
{
    // 24 publishes at once, each with a few calls on their way.
    private const int MostConnectionsOfAnAccount = 128;

    private static readonly HttpClientTransport Transport = new(
        new HttpClient(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = MostConnectionsOfAnAccount,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AllowAutoRedirect = false,
                UseCookies = false,
            })
        {
            // The pipeline has its own, for each try.
            Timeout = Timeout.InfiniteTimeSpan,
        });

    public static BlobClientOptions Blobs() => Tuned(new BlobClientOptions());

    public static TableClientOptions Tables() => Tuned(new TableClientOptions());

    /// <summary>In base64, as the functions host and Event Grid have it.</summary>
    public static QueueClientOptions Queues() =>
        Tuned(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>As the messages lie there, for those that cannot be decoded.</summary>
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
