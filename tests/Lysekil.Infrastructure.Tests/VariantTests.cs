using System.Text.Json;
using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests;

/// <summary>What the options add to the default deployment, and what they leave as it is.</summary>
public sealed class VariantTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Endpoint = "Microsoft.Network/privateEndpoints";

    [Fact]
    public async Task Instances_are_spread_over_zones_if_asked_and_the_accounts_either_way()
    {
        var (plain, zones) = (await Deployment.Plain, await Deployment.OverZones);

        Assert.All(Plans(plain), plan => Assert.False(plan.Flag("zoneRedundant")));
        Assert.All(Plans(zones), plan => Assert.True(plan.Flag("zoneRedundant")));
        Assert.All(
            zones.Of(Account),
            account => Assert.Equal("Standard_ZRS", account.Json.GetProperty("sku").GetProperty("name").GetString()));

        static IReadOnlyList<Resource> Plans(Deployment deployment)
        {
            var plans = deployment.Of("Microsoft.Web/serverfarms");
            Assert.Equal(2, plans.Count);
            return plans;
        }
    }

    [Fact]
    public async Task By_default_there_is_no_network_and_roles_alone_limit_access()
    {
        var deployment = await Deployment.Plain;

        Assert.DoesNotContain(
            deployment.Resources, resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
        Assert.Equal("Allow", Named(deployment, Account, "stcontent").Text("networkAcls.defaultAction"));
        Assert.All(deployment.Of(Account), account => Assert.Equal("Enabled", account.Text("publicNetworkAccess")));
    }

    [Fact]
    public async Task With_a_network_the_public_one_reaches_the_content_account_from_the_addresses_given_alone()
    {
        var deployment = await Deployment.WithNetwork;
        var content = Named(deployment, Account, "stcontent");

        Assert.Equal("Deny", content.Text("networkAcls.defaultAction"));
        Assert.Equal(
            "192.0.2.7", Assert.Single(content.Items("networkAcls.ipRules")).GetProperty("value").GetString());
        // Event Grid delivers from the public network, with a managed identity.
        Assert.Equal("AzureServices", content.Text("networkAcls.bypass"));
        Assert.Equal("Disabled", Named(deployment, Account, "struntime").Text("publicNetworkAccess"));
        Assert.Equal("Enabled", Named(deployment, Account, "stsite").Text("publicNetworkAccess"));
    }

    [Theory]
    [InlineData("func-publishing-", "publishing")]
    [InlineData("func-desk-", "desk")]
    public async Task Each_app_sends_through_a_subnet_of_its_own_that_is_delegated_to_it(string app, string subnet)
    {
        var deployment = await Deployment.WithNetwork;
        var delegated = Assert.Single(deployment.Of("Microsoft.Network/virtualNetworks")).Items("subnets")
            .Single(item => item.GetProperty("name").GetString() == subnet).GetProperty("properties");

        Assert.EndsWith(
            "/subnets/" + subnet, Named(deployment, "Microsoft.Web/sites", app).Text("virtualNetworkSubnetId"),
            StringComparison.Ordinal);
        Assert.Equal(
            "Microsoft.App/environments",
            Assert.Single(delegated.GetProperty("delegations").EnumerateArray()).GetProperty("properties")
                .GetProperty("serviceName").GetString());
    }

    /// <summary>One that is missing is a service that no app reaches.</summary>
    [Fact]
    public async Task Every_service_of_a_closed_account_that_the_apps_are_told_of_has_an_endpoint_and_a_name()
    {
        var deployment = await Deployment.WithNetwork;
        var told = deployment.Of("Microsoft.Web/sites/config")
            .Where(config => config.Name.EndsWith("/appsettings", StringComparison.Ordinal))
            .SelectMany(config => config.Properties.Deserialize<Dictionary<string, string>>()!)
            .Where(setting => setting.Key.EndsWith("ServiceUri", StringComparison.Ordinal))
            .Select(setting => (
                Account: setting.Value.Split("/storageAccounts/")[1].Split('\'')[0],
                Service: setting.Value.TrimEnd(']').Split('.')[^1]))
            .Where(service => !service.Account.StartsWith("stsite", StringComparison.Ordinal)).Distinct();
        var reached = deployment.Of(Endpoint)
            .Select(endpoint => endpoint.At("privateLinkServiceConnections.0.properties"))
            .Select(link => (
                Account: link.GetProperty("privateLinkServiceId").GetString()!.Split('/')[^1],
                Service: link.GetProperty("groupIds")[0].GetString()!));

        Assert.Equal(told.Order(), reached.Order());
        Assert.All(
            ["blob", "queue", "table"],
            service => Assert.Single(
                deployment.Of("Microsoft.Network/privateDnsZones"),
                zone => zone.Name.StartsWith(
                    $"[format('privatelink.{{0}}.{{1}}', '{service}'", StringComparison.Ordinal)));
        Assert.Equal(3, deployment.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count);
        Assert.All(
            deployment.Of(Endpoint + "/privateDnsZoneGroups"),
            group => Assert.Contains(
                $"'{group.Text("privateDnsZoneConfigs.0.name")}'",
                group.At("privateDnsZoneConfigs.0.properties.privateDnsZoneId").GetString()!,
                StringComparison.Ordinal));
        Assert.Equal(4, deployment.Of(Endpoint + "/privateDnsZoneGroups").Count);
    }

    [Fact]
    public async Task No_option_takes_anything_away_or_gives_any_role()
    {
        var plain = await Deployment.Plain;
        Deployment[] variants = [await Deployment.OverZones, await Deployment.WithNetwork, await Deployment.WithDomain];

        Assert.All(variants, variant =>
        {
            Assert.Empty(plain.Resources.Select(r => r.Id).Except(variant.Resources.Select(r => r.Id)));
            Assert.Equal(RoleAssignment.Of(plain), RoleAssignment.Of(variant));
        });
        Assert.All(
            (await Deployment.WithDomain).Resources.ExceptBy(plain.Resources.Select(r => r.Id), r => r.Id),
            added => Assert.StartsWith("Microsoft.Cdn/", added.Type, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Owner_and_cost_centre_are_on_everything_that_has_tags()
    {
        var tagged = (await Deployment.Full).Resources.Where(r => r.Json.TryGetProperty("tags", out _)).ToList();

        Assert.InRange(tagged.Count, 20, int.MaxValue);
        Assert.All(tagged, resource =>
        {
            var tags = resource.Json.GetProperty("tags");
            Assert.Equal("press@lysekil.example", tags.GetProperty("owner").GetString());
            Assert.Equal("4711", tags.GetProperty("cost-centre").GetString());
        });
        Assert.All((await Deployment.Plain).Resources, resource => Assert.False(
            resource.Json.TryGetProperty("tags", out var tags) && tags.TryGetProperty("owner", out _)));
    }

    private static Resource Named(Deployment deployment, string type, string beginning) => Assert.Single(
        deployment.Of(type), resource => resource.Name.StartsWith(beginning, StringComparison.Ordinal));
}
