using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Search;

/// <summary>
/// The search (<em>Sök</em>): a page that lists the months, and for each month a shard of the search index, which the
/// page's script loads; one more shard has the standing pages. A publish changes one shard, and the page if a month is
/// new or gone.
/// </summary>
internal sealed class SearchPages(SiteIndex index)
{
    /// <summary>The most standing pages in their shard, which are read in one query.</summary>
    private const int MostStandingPages = 200;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Served as JSON, and shown as text.
    };

    public async Task<RenderResult> RenderPageAsync(Site site, CancellationToken cancellation)
    {
        var shards = (await index.SummariesAsync(IndexKeys.SearchSummaries, cancellation))
            .AsEnumerable()
            .Reverse()
            .ToList();
        var standing = shards.FindAll(s => s.Page == PageKey.StandingPagesShard);
        var months = shards.Except(standing).ToList();
        return new RenderResult(HtmlPage.Render(
            site,
            "search",
            new PageHead(
                site.Settings.Locale.Text("search"),
                PageKey.Search,
                site.Settings.Locale.Text("search.description", ("site", site.Settings.Title)),
                Script: SearchScript.Page),
            // The script loads the shards in this order, the newest month first.
            ("months", string.Join(' ', months.Take(1).Concat(standing).Concat(months.Skip(1)).Select(s => s.Name)))));
    }

    public async Task<RenderResult> RenderShardAsync(Site site, Month month, CancellationToken cancellation)
    {
        var (from, to) = PeriodPages.Bounds(month, site.Settings.TimeZone);
        var entries = await index.SearchEntriesAsync(from, to, cancellation);
        return entries.Count == 0
            ? RenderResult.Nothing
            : new RenderResult(
                RenderedPage.Of(Write(entries), "application/json", RenderedPage.AskAgain),
                new PeriodSummary { Page = PageKey.SearchShard(month), Name = month.ToString() });
    }

    public async Task<RenderResult> RenderStandingPagesShardAsync(Site site, CancellationToken cancellation)
    {
        var entries = await index.StandingSearchEntriesAsync(MostStandingPages, cancellation);
        return entries.Count == 0
            ? RenderResult.Nothing
            : new RenderResult(
                RenderedPage.Of(
                    Write(entries.Select(
                        e => e with { Date = TimeZoneInfo.ConvertTime(e.Date, site.Settings.TimeZone) })),
                    "application/json",
                    RenderedPage.AskAgain),
                new PeriodSummary { Page = PageKey.StandingPagesShard, Name = "sidor" });
    }

    private static byte[] Write(IEnumerable<SearchEntry> entries) => PageBuffer.Collect(buffer =>
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteStartArray("articles");
        foreach (var entry in entries)
        {
            WriteEntry(json, entry);
            json.Flush(); // Else the writer buffers all entries itself.
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteEntry(Utf8JsonWriter json, SearchEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("title", entry.Title);
        json.WriteString("url", entry.Page.Url);
        json.WriteString("date", entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartArray("topics");
        foreach (var topic in entry.Topics)
        {
            json.WriteStringValue(topic.Name);
        }

        json.WriteEndArray();
        json.WriteString("lead", entry.Lead);
        json.WriteString("text", entry.Text);
        if (entry.Rest.Length > 0)
        {
            json.WriteString("rest", entry.Rest);
        }

        json.WriteEndObject();
    }
}
