using System.Text.Json;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>A source's record as the columns of its own row, and back.</summary>
internal static class SourceRecordRow
{
    private const string LivePrefix = "live_";

    public static IReadOnlyDictionary<string, string> Write(SourceRecord record)
    {
        var columns = new RowWriter()
            .Add("path", record.Path.Value)
            .Add("seen", record.Seen.Value)
            .Add("seenModified", record.SeenModified == default ? null : record.SeenModified)
            .Add("created", record.Created)
            .Add("rules", record.Rules)
            .Add("timeZone", record.TimeZone)
            .Add("state", record.State.ToString())
            .Add("remarks", WriteDiagnostics(record.Diagnostics))
            .Add("accepted", record.Accepted?.Value)
            .Add("content", record.Content?.Value)
            .Add("maySucceed", record.MayBeRenamed)
            .Add("waitsFor", record.WaitsFor?.Value)
            .Add("scheduledFor", record.ScheduledFor)
            .Add("scheduledTitle", record.ScheduledTitle)
            .Add("id", record.Id)
            .Add("idsGiven", record.IdsGiven)
            .Add("publishedText", record.PublishedText?.Value)
            .Add("searchText", record.SearchText?.Value)
            .Add("updated", record.Updated)
            .Add("lastPage", record.LastPage?.Value)
            .Add("formerPages", [.. record.FormerPages.Select(p => p.Value)])
            .Add("aliases", [.. record.Aliases.Select(p => p.Value)]);
        if (record.Live is { } item)
        {
            foreach (var (name, value) in PublishedItemRow.Write(item).Values)
            {
                columns.Add(LivePrefix + name, value);
            }
        }

        return columns.Values;
    }

    public static SourceRecord Read(IReadOnlyDictionary<string, string> columns) => new()
    {
        Path = new SourcePath(columns["path"]),
        Seen = new ETag(columns.Text("seen")),
        SeenModified = columns.Moment("seenModified") ?? default,
        Created = RowWriter.Moment(columns["created"]),
        Rules = columns.Text("rules"),
        TimeZone = columns.Text("timeZone"),
        State = Enum.Parse<SourceState>(columns["state"]),
        Diagnostics = ReadDiagnostics(columns.Find("remarks")),
        Accepted = columns.Find("accepted") is { } hash ? new ContentHash(hash) : null,
        Content = columns.Find("content") is { } content ? new ContentHash(content) : null,
        MayBeRenamed = columns.Flag("maySucceed"),
        Live = columns.ContainsKey(LivePrefix + "path") ? PublishedItemRow.Read(Live(columns)) : null,
        WaitsFor = Page(columns.Find("waitsFor")),
        ScheduledFor = columns.Moment("scheduledFor"),
        ScheduledTitle = columns.Find("scheduledTitle"),
        Id = columns.Text("id"),
        IdsGiven = columns.Number("idsGiven"),
        PublishedText = columns.Find("publishedText") is { } text ? new ContentHash(text) : null,
        SearchText = columns.Find("searchText") is { } words ? new ContentHash(words) : null,
        Updated = columns.Moment("updated"),
        LastPage = Page(columns.Find("lastPage")),
        FormerPages = [.. columns.List("formerPages").Select(PublishedItemRow.Page)],
        Aliases = [.. columns.List("aliases").Select(PublishedItemRow.Page)],
    };

    public static string? WriteDiagnostics(IReadOnlyCollection<Diagnostic> diagnostics) =>
        diagnostics.Count == 0 ? null : JsonSerializer.Serialize(diagnostics, DiagnosticJson.Default.IReadOnlyCollectionDiagnostic);

    public static EquatableList<Diagnostic> ReadDiagnostics(string? json) =>
        json is null ? [] : [.. JsonSerializer.Deserialize(json, DiagnosticJson.Default.DiagnosticArray) ?? []];

    private static PageKey? Page(string? text) => text is null ? null : PublishedItemRow.Page(text);

    private static Dictionary<string, string> Live(IReadOnlyDictionary<string, string> columns) =>
        columns.Where(c => c.Key.StartsWith(LivePrefix, StringComparison.Ordinal))
            .ToDictionary(c => c.Key[LivePrefix.Length..], c => c.Value, StringComparer.Ordinal);
}
