using System.Text.Json;

namespace Lysekil.Infrastructure.Tests.Bicep;

/// <summary>One resource of a <see cref="Deployment"/>.</summary>
internal sealed record Resource(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string Type => Json.GetProperty("type").GetString()!;

    public string Name => Json.GetProperty("name").GetString()!;

    public JsonElement Properties => Json.GetProperty("properties");

    public string ToText() => Json.GetRawText();

    /// <summary>The value at a path of property names and indexes, such as <c>policy.rules.0.name</c>.</summary>
    public JsonElement At(string path) => path.Split('.').Aggregate(
        Properties,
        (json, step) => int.TryParse(step, out var index) ? json[index] : json.GetProperty(step));

    public string Text(string path) => At(path).GetString()!;

    public bool Flag(string path) => At(path).GetBoolean();

    public IEnumerable<JsonElement> Items(string path) => At(path).EnumerateArray();

    public IEnumerable<string> Texts(string path) => Items(path).Select(item => item.GetString()!);
}
