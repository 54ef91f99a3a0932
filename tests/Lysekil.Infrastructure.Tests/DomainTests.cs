using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests;

/// <summary>A custom domain costs money, so it is created only if it is set.</summary>
public sealed class DomainTests
{
    [Fact]
    public async Task Without_a_domain_there_is_no_front_door()
    {
        var deployment = await Deployment.Plain;

        Assert.DoesNotContain(
            deployment.Resources,
            resource => resource.Type.StartsWith("Microsoft.Cdn/", StringComparison.Ordinal));
        Assert.Equal("", deployment.Outputs.GetProperty("CUSTOM_DOMAIN_CNAME").GetString());
    }

    /// <summary>A static website has none, which the documentation says with their names.</summary>
    [Fact]
    public async Task Security_headers_are_sent_by_front_door_and_by_nothing_else()
    {
        var rules = (await Deployment.Full).Of("Microsoft.Cdn/profiles/ruleSets/rules");
        var headers = Assert.Single(rules).Items("actions")
            .Select(action => action.GetProperty("parameters").GetProperty("headerName").GetString()!).ToList();
        var without = Repository.Read("infra/README.md").Split("\nWithout Front Door there are no security headers")[1]
            .Split("\n\n")[0];

        Assert.NotEmpty(headers);
        Assert.All(headers, header => Assert.Contains($"`{header}`", without, StringComparison.Ordinal));
        Assert.Empty((await Deployment.Plain).Of("Microsoft.Cdn/profiles/ruleSets/rules"));
    }

    [Fact]
    public async Task With_a_domain_everything_is_served_under_it_by_https()
    {
        var deployment = await Deployment.Full;
        var route = Assert.Single(deployment.Of("Microsoft.Cdn/profiles/afdEndpoints/routes"));

        Assert.Equal("https://www.lysekil.example", deployment.Outputs.GetProperty("SITE_URL").GetString());
        Assert.Equal("Enabled", route.Text("httpsRedirect"));
        Assert.Equal("HttpsOnly", route.Text("forwardingProtocol"));
        Assert.Equal("/*", Assert.Single(route.Items("patternsToMatch")).GetString());
        Assert.Equal(
            "www.lysekil.example",
            Assert.Single(deployment.Of("Microsoft.Cdn/profiles/customDomains")).Text("hostName"));
    }
}
