using System.Text.Json;
using System.Text.Json.Nodes;
using Lysekil.Publishing.Pages;

namespace Lysekil.Publishing.Waking;

/// <summary>A message of the queue <c>page-refreshes</c>: a page to refresh, or a rebuild to go on with.</summary>
/// <param name="Page"><c>null</c>: the rebuild.</param>
public sealed record PageRefreshMessage(PageKey? Page)
{
    public static PageRefreshMessage Rebuild { get; } = new((PageKey?)null);

    public string Write() => Page is null ? """{"rebuild":true}""" : new JsonObject { ["page"] = Page.Value }.ToJsonString();

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

            return json.RootElement.TryGetProperty("rebuild", out var rebuild) && rebuild.ValueKind == JsonValueKind.True ? Rebuild : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException) // The latter: half a surrogate pair.
        {
            return null;
        }
    }
}
