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
