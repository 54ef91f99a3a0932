using System.Text.Json;
using System.Text.Json.Nodes;
using Lysekil.Publishing.Pages;

namespace Lysekil.Publishing.Waking;

/// <summary>A message of the queue <c>page-refreshes</c>: a page to refresh, or a rebuild to go on with.</summary>
/// <param name="Page"><c>null</c>: the rebuild.</param>
/// <param name="Waits">How often the rebuild's next slice has waited for stale pages to become fewer.</param>
public sealed record PageRefreshMessage(PageKey? Page, int Waits = 0)
{
    public static PageRefreshMessage Rebuild { get; } = new((PageKey?)null);

    public string Write() => (Page, Waits) switch
    {
        ({ } page, _) => new JsonObject { ["page"] = page.Value }.ToJsonString(),
        (_, 0) => """{"rebuild":true}""",
        _ => new JsonObject { ["rebuild"] = true, ["waits"] = Waits }.ToJsonString(),
    };

    /// <summary>The message, or <c>null</c> where the text is none.</summary>
    public static PageRefreshMessage? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            if (json.RootElement.TryGetProperty("page", out var page) && page.ValueKind == JsonValueKind.String)
            {
                return PageKey.Parse(page.GetString()!) is { } key ? new PageRefreshMessage(key) : null;
            }

            if (!json.RootElement.TryGetProperty("rebuild", out var rebuild) || rebuild.ValueKind != JsonValueKind.True)
            {
                return null;
            }

            return json.RootElement.TryGetProperty("waits", out var waits) && waits.ValueKind == JsonValueKind.Number && waits.TryGetInt32(out var number)
                ? Rebuild with { Waits = number }
                : Rebuild;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException) // The latter: half a surrogate pair.
        {
            return null;
        }
    }
}
