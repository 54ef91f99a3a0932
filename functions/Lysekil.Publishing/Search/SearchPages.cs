using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Sites;

namespace Lysekil.Publishing.Search;

/// <summary>
/// <em>Sök</em>: a page that knows which months there are, and for each month a shard with what its script looks through.
/// One publish changes one shard; the page changes when a month comes or goes.
/// </summary>
internal sealed class SearchPages(ArchiveIndex archive)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // JSON, served as JSON, and shown as text.
    };

    public async Task<Rendering> RenderPageAsync(Site site, CancellationToken cancellation)
    {
        var months = await archive.SummariesAsync(ArchiveKeys.SearchSummaries, cancellation);
        return new Rendering(HtmlPage.Render(
            site,
            "search",
            new PageHead("Sök", PageKey.Search, $"Sök bland alla artiklar på {site.Settings.Title}.", Script: SearchScript.Page),
            ("months", string.Join(' ', months.AsEnumerable().Reverse().Select(m => m.Name)))));
    }

    public async Task<Rendering> RenderShardAsync(Site site, Month month, CancellationToken cancellation)
    {
        var (from, to) = PeriodPages.Bounds(month, site.Settings.TimeZone);
        var entries = await archive.SearchEntriesAsync(from, to, cancellation);
        return entries.Count == 0
            ? Rendering.Nothing
            : new Rendering(
                RenderedPage.Of(Write(entries), "application/json", RenderedPage.AskAgain),
                new PeriodSummary { Page = PageKey.SearchShard(month), Name = month.ToString() });
    }

    private static byte[] Write(IEnumerable<SearchEntry> entries)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("articles");
            foreach (var entry in entries)
            {
                WriteEntry(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

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
        json.WriteEndObject();
    }
}
