using System.Text.Json;
using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests.Telemetry;

/// <summary>The workbook as Azure gets it.</summary>
internal sealed class Workbook
{
    private const int ParametersItem = 9;
    private const int QueryItem = 3;

    private readonly List<JsonElement> _items;

    private Workbook(Resource resource)
    {
        Resource = resource;
        using var json = JsonDocument.Parse(resource.Text("serializedData"));
        Root = json.RootElement.Clone();
        _items = [.. Root.GetProperty("items").EnumerateArray()];
    }

    public Resource Resource { get; }

    public JsonElement Root { get; }

    public IReadOnlyList<JsonElement> Panels =>
        [.. _items.Where(item => item.GetProperty("type").GetInt32() == QueryItem)
            .Select(item => item.GetProperty("content"))];

    public IReadOnlyList<string> Queries => [.. Panels.Select(panel => panel.GetProperty("query").GetString()!)];

    public IReadOnlyList<string> Parameters =>
        [.. _items.Where(item => item.GetProperty("type").GetInt32() == ParametersItem)
            .SelectMany(item => item.GetProperty("content").GetProperty("parameters").EnumerateArray())
            .Select(parameter => parameter.GetProperty("name").GetString()!)];

    public static async Task<Workbook> ReadAsync() =>
        new(Assert.Single((await Deployment.Plain).Of("Microsoft.Insights/workbooks")));
}
