using System.Text.Json;
using System.Text.Json.Nodes;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Waking;

/// <summary>A message of the queue <c>page-refreshes</c>: a page to refresh, or a rebuild to go on with.</summary>
/// <param name="Page"><c>null</c>: the rebuild.</param>
/// <param name="Waits">How often the rebuild's next slice has waited for stale pages to become fewer.</param>
public sealed record PageRefreshMessage(PageKey? Page, int Waits = 0)
{
    /// <summary>The sender's span (<see cref="PublishingTrace"/>); of no account to the work.</summary>
    public string? Trace { get; init; }

    public static PageRefreshMessage Rebuild { get; } = new((PageKey?)null);

    public string Write()
    {
        var message = (Page, Waits) switch
        {
            ({ } page, _) => new JsonObject { ["page"] = page.Value },
            (_, 0) => new JsonObject { ["rebuild"] = true },
            _ => new JsonObject { ["rebuild"] = true, ["waits"] = Waits },
        };
        if (Trace is not null)
        {
            message[PublishingTrace.Property] = Trace;
        }

        return message.ToJsonString();
    }

    /// <summary>The message, or <c>null</c> where the text is none.</summary>
    public static PageRefreshMessage? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind != JsonValueKind.Object || Read(json.RootElement) is not { } message
                ? null
                : json.RootElement.TryGetProperty(PublishingTrace.Property, out var trace) && trace.ValueKind == JsonValueKind.String
                    ? message with { Trace = trace.GetString() }
                    : message;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException) // The latter: half a surrogate pair.
        {
            return null;
        }
    }

    private static PageRefreshMessage? Read(JsonElement json)
    {
        if (json.TryGetProperty("page", out var page) && page.ValueKind == JsonValueKind.String)
        {
            return PageKey.Parse(page.GetString()!) is { } key ? new PageRefreshMessage(key) : null;
        }

        if (!json.TryGetProperty("rebuild", out var rebuild) || rebuild.ValueKind != JsonValueKind.True)
        {
            return null;
        }

        return json.TryGetProperty("waits", out var waits) && waits.ValueKind == JsonValueKind.Number && waits.TryGetInt32(out var number)
            ? Rebuild with { Waits = number }
            : Rebuild;
    }
}
