using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Messaging;

/// <summary>
/// A message of the queue <c>content-events</c>: something happened to some sources. R6: It tells which sources, never
/// what happened; what counts is what the container holds when the publisher reads it. Three forms are read: Event
/// Grid's own schema and CloudEvents 1.0 ("Azure Blob Storage as an Event Grid source"), one event or an array, and
/// <see cref="Publish"/>.
/// </summary>
public static class ContentEvent
{
    private const string SubjectStart = "/blobServices/default/containers/" + StorageNames.Content + "/blobs/";

    /// <summary>The message to publish one source.</summary>
    /// <param name="path">The source.</param>
    /// <param name="alarm">The date at which the message shows; <c>null</c> if it shows at once.</param>
    /// <param name="trace">The sender's span.</param>
    public static string Publish(SourcePath path, DateTimeOffset? alarm = null, string? trace = null)
    {
        var message = new JsonObject { ["publish"] = path.Value };
        if (alarm is { } date)
        {
            message["at"] = date.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        }

        if (trace is not null)
        {
            message[PublishingTrace.Property] = trace;
        }

        return message.ToJsonString();
    }

    /// <summary>
    /// One request for each source that the message names; none if it is about something else; <c>null</c> if it is no
    /// event.
    /// </summary>
    public static IReadOnlyList<PublishRequest>? Read(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            var events = json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray()]
                : new[] { json.RootElement };
            var requests = new List<PublishRequest>();
            foreach (var item in events)
            {
                if (item.ValueKind != JsonValueKind.Object || !TryRead(item, requests))
                {
                    return null;
                }
            }

            return [.. requests.Distinct()];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with half a surrogate pair.
            return null;
        }
    }

    private static bool TryRead(JsonElement item, List<PublishRequest> requests)
    {
        var trace = Text(item, PublishingTrace.Property);
        if (Text(item, "publish") is { Length: > 0 } path)
        {
            requests.Add(new PublishRequest(new SourcePath(path), Moment(Text(item, "at")), trace));
            return true;
        }

        if ((Text(item, "eventType") ?? Text(item, "type")) is not { } type || Text(item, "subject") is not { } subject)
        {
            return false;
        }

        if (!IsAboutContent(type, item))
        {
            return true;
        }

        Add(subject, trace, requests);
        if (type == "Microsoft.Storage.BlobRenamed" && item.TryGetProperty("data", out var data))
        {
            AddUrl(Text(data, "sourceUrl"), trace, requests);
            AddUrl(Text(data, "destinationUrl"), trace, requests);
        }

        return true;
    }

    private static bool IsAboutContent(string type, JsonElement item) => type switch
    {
        "Microsoft.Storage.BlobDeleted" or "Microsoft.Storage.BlobRenamed" => true,
        // CreateFile comes before the content; the flush that closes the file raises an event of its own.
        "Microsoft.Storage.BlobCreated" =>
            !(item.TryGetProperty("data", out var data) && Text(data, "api") == "CreateFile"),
        _ => false,
    };

    private static void Add(string subject, string? trace, List<PublishRequest> requests)
    {
        if (subject.StartsWith(SubjectStart, StringComparison.Ordinal) && subject.Length > SubjectStart.Length)
        {
            requests.Add(new PublishRequest(new SourcePath(subject[SubjectStart.Length..]), null, trace));
        }
    }

    /// <summary>
    /// Reads a URL of a hierarchical namespace, <c>https://account.dfs.core.windows.net/content/path</c>.
    /// </summary>
    private static void AddUrl(string? url, string? trace, List<PublishRequest> requests)
    {
        const string Container = "/" + StorageNames.Content + "/";
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.AbsolutePath.IndexOf(Container, StringComparison.Ordinal) is >= 0 and var start
            && Uri.UnescapeDataString(uri.AbsolutePath[(start + Container.Length)..]) is { Length: > 0 } path)
        {
            requests.Add(new PublishRequest(new SourcePath(path), null, trace));
        }
    }

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
