using System.Text.Json;
using System.Text.Json.Nodes;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Messaging;

/// <summary>A message of the queue <c>page-refreshes</c>: pages to refresh, or a rebuild to go on with.</summary>
/// <param name="Pages">At most <see cref="MostPages"/>; none: the rebuild.</param>
/// <param name="Waits">How often the rebuild's next slice has waited for stale pages to become fewer.</param>
public sealed record PageRefreshMessage(EquatableList<PageKey> Pages, int Waits = 0)
{
    /// <summary>As many as have room in a message with the longest keys (48 KiB), and as one function may well have in its hands.</summary>
    public const int MostPages = 16;

    public PageRefreshMessage(PageKey page)
        : this([page])
    {
    }

    /// <summary>
    /// Whether the pages are to be rendered, stale or not, as on a second try: whoever put them off may have written an old state.
    /// </summary>
    public bool Force { get; init; }

    /// <summary>The sender's span (<see cref="PublishingTrace"/>); of no account to the work.</summary>
    public string? Trace { get; init; }

    public static PageRefreshMessage Rebuild { get; } = new([]);

    public bool IsRebuild => Pages.Count == 0;

    /// <summary>
    /// The messages for some pages. A picture's copy has one to itself: unpacked pictures are large. Of the pages that ask for megabytes a
    /// message names few, since what its pages ask for is kept until all of them are rendered.
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
            { IsRebuild: false } => new JsonObject { ["pages"] = new JsonArray([.. Pages.Select(p => (JsonNode)p.Value)]) },
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
        if (json.TryGetProperty("pages", out var pages) && pages.ValueKind == JsonValueKind.Array)
        {
            var keys = pages.EnumerateArray().Select(p => p.ValueKind == JsonValueKind.String ? PageKey.Parse(p.GetString()!) : null).ToList();
            var force = json.TryGetProperty("must", out var value) && value.ValueKind == JsonValueKind.True;
            return keys.Count > 0 && keys.TrueForAll(k => k is not null) ? new PageRefreshMessage(new EquatableList<PageKey>(keys!)) { Force = force } : null;
        }

        if (json.TryGetProperty("page", out var page) && page.ValueKind == JsonValueKind.String) // Until version 2 each page had a message.
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

    /// <summary>A year's sitemap asks for thousands of rows, a month of search for some hundred texts.</summary>
    private static int MostOf(PageRoute route) => route switch
    {
        PageRoute.YearSitemap => 2,
        PageRoute.SearchShard => 8,
        _ => MostPages,
    };
}
