using System.Text.Json;
using CliWrap.Buffered;

namespace Lysekil.Infrastructure.Tests.Bicep;

/// <summary><c>infra/main.bicep</c> with all its modules, compiled once.</summary>
internal static class Template
{
    private static readonly Lazy<Task<BufferedCommandResult>> Built = new(
        () => BicepCli.RunAsync("build", Path.Combine(Repository.Infra, "main.bicep"), "--stdout"));

    public static async Task<BufferedCommandResult> BuiltAsync() => (await Built.Value).Succeeded();

    /// <summary>Parameters and outputs, of the modules too, that no description explains.</summary>
    public static async Task<IReadOnlyList<string>> UndescribedAsync()
    {
        using var json = JsonDocument.Parse((await BuiltAsync()).StandardOutput);
        return [.. Undescribed(json.RootElement, "main")];
    }

    private static IEnumerable<string> Undescribed(JsonElement template, string where)
    {
        var members =
            from section in new[] { "parameters", "outputs" }
            where template.TryGetProperty(section, out _)
            from member in template.GetProperty(section).EnumerateObject()
            where !IsDescribed(member.Value)
            select $"{where}: {section} {member.Name}";
        var nested =
            from resource in Resources(template.GetProperty("resources"))
            where resource.GetProperty("type").GetString() == "Microsoft.Resources/deployments"
            from undescribed in Undescribed(
                resource.GetProperty("properties").GetProperty("template"), resource.GetProperty("name").GetString()!)
            select undescribed;
        return members.Concat(nested);
    }

    private static bool IsDescribed(JsonElement member) =>
        member.TryGetProperty("metadata", out var metadata)
        && metadata.TryGetProperty("description", out var description)
        && description.GetString() is { Length: > 10 };

    // An object by symbolic names, or an array where the template has no need of those.
    private static IEnumerable<JsonElement> Resources(JsonElement resources) =>
        resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray()
            : resources.EnumerateObject().Select(resource => resource.Value);
}
