using System.Text.Json;
using System.Text.Json.Nodes;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Messaging;

/// <summary>
/// A message that asks to refresh pages, in either queue, or to continue a rebuild, in <c>page-refreshes</c>.
/// </summary>
/// <param name="Pages">At most <see cref="MostPages"/>; none for a rebuild.</param>
/// <param name="Waits">How often the rebuild's next slice has waited for the stale pages to become fewer.</param>
public sealed record PageRefreshMessage(EquatableList<PageKey> Pages, int Waits = 0)
{
    /// <summary>
    /// The most pages of one message. With the longest keys it still fits (48 KiB), and its pages fit in one function's
    /// memory.
    /// </summary>
    public const int MostPages = 16;

    public PageRefreshMessage(PageKey page)
        : this([page])
    {
    }

    /// <summary>
    /// R2: Whether the pages are rendered even without a stale row, as on a second attempt. A refresh that deferred
    /// them may have written an old state.
    /// </summary>
    public bool Force { get; init; }

    /// <summary>The sender's span (<see cref="PublishingTrace"/>); the work does not depend on it.</summary>
    public string? Trace { get; init; }

    /// <summary>
    /// Whether the message was in the queue of publishes, where its deferred pages go, too. Not part of its text.
    /// </summary>
    public bool FollowsPublish { get; init; }

    public static PageRefreshMessage Rebuild { get; } = new([]);

    public bool IsRebuild => Pages.Count == 0;

    /// <summary>
    /// The messages for some pages. A picture's copy has a message of its own, since an unpacked picture is large. Of
    /// the pages that read megabytes from the index a message names few, since all that its pages read is held until
    /// all are rendered.
    /// </summary>
    public static IEnumerable<PageRefreshMessage> For(IEnumerable<PageKey> pages)
    {
        var (alone, together, later) = (new List<PageKey>(), new List<PageKey>(), new List<(PageKey Page, int Most)>());
        var inMessage = new Dictionary<Type, int>();
        foreach (var page in pages)
        {
            var route = PageRoute.Of(page);
            var (kind, most) = (route.GetType(), MostOf(route));
            if (route is PageRoute.PictureCopy)
            {
                alone.Add(page);
            }
            else if (inMessage.GetValueOrDefault(kind) == most)
            {
                later.Add((page, most));
            }
            else
            {
                together.Add(page);
                inMessage[kind] = inMessage.GetValueOrDefault(kind) + 1;
                if (together.Count % MostPages == 0)
                {
                    inMessage.Clear();
                }
            }
        }

        return together.Chunk(MostPages)
            .Concat(later.GroupBy(l => l.Most, l => l.Page).SelectMany(l => l.Chunk(l.Key)))
            .Concat(alone.Chunk(1))
            .Select(p => new PageRefreshMessage(new EquatableList<PageKey>(p)));
    }

    public string Write()
    {
        var message = this switch
        {
            { IsRebuild: false } =>
                new JsonObject { ["pages"] = new JsonArray([.. Pages.Select(p => (JsonNode)p.Value)]) },
            { Waits: 0 } => new JsonObject { ["rebuild"] = true },
            _ => new JsonObject { ["rebuild"] = true, ["waits"] = Waits },
        };
        if (Force)
        {
            message["must"] = true;
        }

        if (Trace is not null)
        {
            message[PublishingTrace.Property] = Trace;
        }

        return message.ToJsonString();
    }

    /// <returns>The message; <c>null</c> if the text is none.</returns>
    public static PageRefreshMessage? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object || Read(json.RootElement) is not { } message)
            {
                return null;
            }

            return json.RootElement.TryGetProperty(PublishingTrace.Property, out var trace)
                && trace.ValueKind == JsonValueKind.String
                ? message with { Trace = trace.GetString() }
                : message;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with half a surrogate pair.
            return null;
        }
    }

    private static PageRefreshMessage? Read(JsonElement json)
    {
        if (json.TryGetProperty("pages", out var pages) && pages.ValueKind == JsonValueKind.Array)
        {
            var keys = pages.EnumerateArray()
                .Select(p => p.ValueKind == JsonValueKind.String ? PageKey.Parse(p.GetString()!) : null)
                .ToList();
            var force = json.TryGetProperty("must", out var value) && value.ValueKind == JsonValueKind.True;
            return keys.Count > 0 && keys.TrueForAll(k => k is not null)
                ? new PageRefreshMessage(new EquatableList<PageKey>(keys!)) { Force = force }
                : null;
        }

        // A message of version 1, in which each page had its own.
        if (json.TryGetProperty("page", out var page) && page.ValueKind == JsonValueKind.String)
        {
            return PageKey.Parse(page.GetString()!) is { } key ? new PageRefreshMessage(key) : null;
        }

        if (!json.TryGetProperty("rebuild", out var rebuild) || rebuild.ValueKind != JsonValueKind.True)
        {
            return null;
        }

        return json.TryGetProperty("waits", out var waits)
            && waits.ValueKind == JsonValueKind.Number
            && waits.TryGetInt32(out var number)
            ? Rebuild with { Waits = number }
            : Rebuild;
    }

    /// <summary>A month's sitemap may read thousands of rows, a search shard some hundred texts.</summary>
    private static int MostOf(PageRoute route) => route is PageRoute.MonthSitemap or PageRoute.SearchShard
        ? 8
        : MostPages;
}
