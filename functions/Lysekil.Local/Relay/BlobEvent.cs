using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Local.Relay;

/// <summary>
/// A storage event in the Event Grid schema, as the service writes it: see "Azure Blob Storage as an Event Grid
/// source".
/// </summary>
internal static class BlobEvent
{
    private const string Topic =
        "/subscriptions/local/resourceGroups/local/providers/Microsoft.Storage/storageAccounts/local";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event that announces a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="container">The container's address, without a slash at its end.</param>
    /// <param name="sequence">Grows from event to event.</param>
    /// <param name="seen">The time of the poll, for a deletion: its own time is unknown.</param>
    /// <param name="trace">
    /// The span of the event (<see cref="PublishingTrace"/>); the service itself sends none.
    /// </param>
    public static string Write(ContentChange change, Uri container, long sequence, DateTimeOffset seen, string? trace)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("topic", Topic);
            json.WriteString(
                "subject", $"/blobServices/default/containers/{StorageNames.Content}/blobs/{change.Name}");
            json.WriteString("eventType", "Microsoft.Storage." + (change.Now is null ? "BlobDeleted" : "BlobCreated"));
            json.WriteString("id", Guid.NewGuid());
            json.WriteStartObject("data");
            WriteData(json, change, container, sequence);
            json.WriteEndObject();
            json.WriteString("dataVersion", "");
            json.WriteString("metadataVersion", "1");
            json.WriteString("eventTime", (change.Now?.Modified ?? seen).UtcDateTime);
            if (trace is not null)
            {
                json.WriteString(PublishingTrace.Property, trace);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteData(Utf8JsonWriter json, ContentChange change, Uri container, long sequence)
    {
        json.WriteString("api", change.Now is null ? "DeleteBlob" : "PutBlob");
        json.WriteString("clientRequestId", Guid.NewGuid());
        json.WriteString("requestId", Guid.NewGuid());
        if (change.Now is { } blob)
        {
            json.WriteString("eTag", blob.ETag.Value.Trim('"'));
            json.WriteString("contentType", blob.Headers.ContentType);
            json.WriteNumber("contentLength", blob.Length);
        }

        json.WriteString("blobType", "BlockBlob");
        var path = string.Join('/', change.Name.Split('/').Select(Uri.EscapeDataString));
        json.WriteString("url", $"{container.AbsoluteUri}/{path}");
        json.WriteString("sequencer", sequence.ToString("X64", CultureInfo.InvariantCulture));
        json.WriteStartObject("storageDiagnostics");
        json.WriteString("batchId", Guid.NewGuid());
        json.WriteEndObject();
    }
}
