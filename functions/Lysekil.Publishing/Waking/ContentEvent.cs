using System.Text.Json;
using System.Text.Json.Nodes;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Waking;

/// <summary>
/// A message of the queue <c>content-events</c>: that something happened to some sources. It says which, never what:
/// what counts is what the container holds when somebody looks. Three forms are read: Event Grid's own schema and
/// CloudEvents 1.0 ("Azure Blob Storage as an Event Grid source"), one event or an array, and <see cref="Publish"/>.
/// </summary>
public static class ContentEvent
{
    private const string SubjectStart = "/blobServices/default/containers/" + StorageNames.Content + "/blobs/";

    /// <summary>The message that wakes the publishing of one source.</summary>
    public static string Publish(SourcePath path) => new JsonObject { ["publish"] = path.Value }.ToJsonString();

    /// <summary>
    /// The sources that the message names: none where it is about something else, <c>null</c> where it is no event.
    /// </summary>
    public static IReadOnlyList<SourcePath>? Read(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            var events = json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray()] : new[] { json.RootElement };
            var paths = new List<SourcePath>();
            foreach (var item in events)
            {
                if (item.ValueKind != JsonValueKind.Object || !TryRead(item, paths))
                {
                    return null;
                }
            }

            return [.. paths.Distinct()];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException) // The latter: half a surrogate pair.
        {
            return null;
        }
    }

    private static bool TryRead(JsonElement item, List<SourcePath> paths)
    {
        if (Text(item, "publish") is { Length: > 0 } path)
        {
            paths.Add(new SourcePath(path));
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

        Add(subject, paths);
        if (type == "Microsoft.Storage.BlobRenamed" && item.TryGetProperty("data", out var data))
        {
            AddUrl(Text(data, "sourceUrl"), paths);
            AddUrl(Text(data, "destinationUrl"), paths);
        }

        return true;
    }

    private static bool IsAboutContent(string type, JsonElement item) => type switch
    {
        "Microsoft.Storage.BlobDeleted" or "Microsoft.Storage.BlobRenamed" => true,
        // A file that was created but not yet written: the flush that closes it raises an event of its own.
        "Microsoft.Storage.BlobCreated" => !(item.TryGetProperty("data", out var data) && Text(data, "api") == "CreateFile"),
        _ => false,
    };

    private static void Add(string subject, List<SourcePath> paths)
    {
        if (subject.StartsWith(SubjectStart, StringComparison.Ordinal) && subject.Length > SubjectStart.Length)
        {
            paths.Add(new SourcePath(subject[SubjectStart.Length..]));
        }
    }

    /// <summary>With a hierarchical namespace, <c>https://account.dfs.core.windows.net/content/path</c>.</summary>
    private static void AddUrl(string? url, List<SourcePath> paths)
    {
        const string Container = "/" + StorageNames.Content + "/";
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.AbsolutePath.IndexOf(Container, StringComparison.Ordinal) is >= 0 and var start
            && Uri.UnescapeDataString(uri.AbsolutePath[(start + Container.Length)..]) is { Length: > 0 } path)
        {
            paths.Add(new SourcePath(path));
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
