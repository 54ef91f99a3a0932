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
/// <em>Sök</em>: a page that knows which months there are, and for each month a shard with what its script looks through; one
/// more is of the standing pages. One publish changes one shard; the page changes when a month comes or goes.
/// </summary>
internal sealed class SearchPages(SiteIndex index)
{
    /// <summary>Of so many standing pages search knows; it reads them all at once.</summary>
    private const int MostStandingPages = 200;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // JSON, served as JSON, and shown as text.
    };

    public async Task<RenderResult> RenderPageAsync(Site site, CancellationToken cancellation)
    {
        var shards = (await index.SummariesAsync(IndexKeys.SearchSummaries, cancellation)).AsEnumerable().Reverse().ToList();
        var standing = shards.FindAll(s => s.Page == PageKey.StandingPagesShard);
        var months = shards.Except(standing).ToList();
        return new RenderResult(HtmlPage.Render(
            site,
            "search",
            new PageHead("Sök", PageKey.Search, $"Sök bland alla artiklar och sidor på {site.Settings.Title}.", Script: SearchScript.Page),
            // What is newest is read first, and tells what is new.
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
                    Write(entries.Select(e => e with { Date = TimeZoneInfo.ConvertTime(e.Date, site.Settings.TimeZone) })), "application/json", RenderedPage.AskAgain),
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
            json.Flush(); // Or the writer would collect all entries in a buffer of its own.
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
