using System.Text.Json;

namespace Lysekil.Infrastructure.Tests.Bicep;

/// <summary>
/// What a deployment would create, as the Bicep CLI predicts it without asking Azure. What only Azure knows stays an
/// expression, such as <c>[reference('…').principalId]</c>.
/// </summary>
internal sealed class Deployment
{
    public const string Editors = "11111111-1111-1111-1111-111111111111";
    public const string Designers = "33333333-3333-3333-3333-333333333333";
    public const string SignIn = "22222222-2222-2222-2222-222222222222";

    private static readonly Lazy<Task<Deployment>> LazyPlain = new(() => PredictAsync([]));

    private static readonly Lazy<Task<Deployment>> LazyFull = new(() => PredictAsync(new()
    {
        ["ALERT_EMAILS"] = "desk@lysekil.example,press@lysekil.example",
        ["ALWAYS_READY_INSTANCES"] = "1",
        ["BUDGET_START"] = "2026-11-01",
        ["COST_CENTRE"] = "4711",
        ["CUSTOM_DOMAIN"] = "www.lysekil.example",
        ["DESIGNERS_GROUP_ID"] = Designers,
        ["EDITORS_GROUP_ID"] = Editors,
        ["OWNER"] = "press@lysekil.example",
        ["SIGN_IN_CLIENT_ID"] = SignIn,
        ["UPDATE_STRATEGY"] = "RollingUpdate",
        ["VAULTED_BACKUP_DAYS"] = "30",
    }));

    private static readonly Lazy<Task<Deployment>> LazyPipeline = new(() => PredictAsync(new()
    {
        ["DEPLOYER_IS_EDITOR"] = "false",
        ["DEPLOYER_IS_OWNER"] = "false",
    }));

    private static readonly Lazy<Task<Deployment>> LazyDomain = new(
        () => PredictAsync(new() { ["CUSTOM_DOMAIN"] = "www.lysekil.example" }));

    private static readonly Lazy<Task<Deployment>> LazyNetwork = new(
        () => PredictAsync(new() { ["VNET_ENABLED"] = "true", ["ALLOWED_ADDRESSES"] = "192.0.2.7" }));

    private static readonly Lazy<Task<Deployment>> LazyZones = new(
        () => PredictAsync(new() { ["ZONE_REDUNDANT"] = "true" }));

    private readonly JsonElement _snapshot;

    private Deployment(JsonElement snapshot) => _snapshot = snapshot;

    /// <summary>With the required settings only.</summary>
    public static Task<Deployment> Plain => LazyPlain.Value;

    /// <summary>With all optional settings.</summary>
    public static Task<Deployment> Full => LazyFull.Value;

    /// <summary>By a pipeline, as its workflow sets it.</summary>
    public static Task<Deployment> ByPipeline => LazyPipeline.Value;

    /// <summary>With a custom domain.</summary>
    public static Task<Deployment> WithDomain => LazyDomain.Value;

    /// <summary>With a virtual network, and one public address that reaches the content account.</summary>
    public static Task<Deployment> WithNetwork => LazyNetwork.Value;

    /// <summary>With instances spread over zones.</summary>
    public static Task<Deployment> OverZones => LazyZones.Value;

    public JsonElement Outputs => _snapshot.GetProperty("outputs");

    public IEnumerable<Resource> Resources =>
        _snapshot.GetProperty("predictedResources").EnumerateArray().Select(json => new Resource(json));

    public IReadOnlyList<Resource> Of(string type) => [.. Resources.Where(resource => resource.Type == type)];

    /// <summary>The last part of the names of all resources of a type.</summary>
    public IReadOnlyList<string> Names(string type) =>
        [.. Of(type).Select(resource => resource.Name.Split('/')[^1]).Order(StringComparer.Ordinal)];

    private static async Task<Deployment> PredictAsync(Dictionary<string, string?> given)
    {
        using var copy = InfraCopy.Make();
        // Not what the machine that tests happens to have set.
        var environment = ParameterFile.Settings.ToDictionary(name => name, given.GetValueOrDefault);
        environment["AZURE_ENV_NAME"] = "test";
        environment["AZURE_LOCATION"] = "swedencentral";
        (await BicepCli.RunAsync(
            environment,
            "snapshot", copy.File("main.bicepparam"),
            "--mode", "overwrite",
            "--subscription-id", "00000000-0000-0000-0000-000000000001",
            "--tenant-id", "00000000-0000-0000-0000-000000000002",
            "--location", "swedencentral",
            "--deployment-name", "test")).Succeeded();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(copy.File("main.snapshot.json")));
        return new Deployment(json.RootElement.Clone());
    }
}
