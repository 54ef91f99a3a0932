using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests;

/// <summary>R10: no keys, and no access without a role.</summary>
public sealed class KeylessTests
{
    public static TheoryData<string> Apps => new("func-publishing-", "func-desk-");

    [Fact]
    public async Task No_storage_account_takes_a_key()
    {
        var accounts = (await Deployment.Plain).Of("Microsoft.Storage/storageAccounts");

        Assert.Equal(3, accounts.Count);
        Assert.All(accounts, account =>
        {
            Assert.False(account.Flag("allowSharedKeyAccess"));
            Assert.False(account.Flag("allowBlobPublicAccess"));
            Assert.False(account.Flag("isLocalUserEnabled"));
            Assert.False(account.Flag("allowCrossTenantReplication"));
            Assert.True(account.Flag("supportsHttpsTrafficOnly"));
            Assert.Equal("TLS1_2", account.Text("minimumTlsVersion"));
        });
    }

    [Fact]
    public async Task No_container_is_open_to_strangers()
    {
        var containers = (await Deployment.Plain).Of("Microsoft.Storage/storageAccounts/blobServices/containers");

        Assert.All(containers, container => Assert.Equal("None", container.Text("publicAccess")));
    }

    [Fact]
    public async Task Telemetry_is_taken_from_identities_alone()
    {
        var deployment = await Deployment.Plain;

        Assert.True(Assert.Single(deployment.Of("Microsoft.Insights/components")).Flag("DisableLocalAuth"));
        Assert.True(Assert.Single(deployment.Of("Microsoft.OperationalInsights/workspaces"))
            .Flag("features.disableLocalAuth"));
    }

    [Fact]
    public async Task No_deployment_uses_a_password()
    {
        var policies = (await Deployment.Plain).Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

        Assert.Equal(4, policies.Count);
        Assert.All(policies, policy => Assert.False(policy.Flag("allow")));
    }

    [Theory]
    [InlineData("listKeys")]
    [InlineData("listAccountSas")]
    [InlineData("listServiceSas")]
    [InlineData("listSecrets")]
    [InlineData("listCredentials")]
    [InlineData("AccountKey")]
    [InlineData("sharedAccessSignature")]
    [InlineData("securestring")]
    public async Task No_secret_is_asked_for_or_put_out(string asking)
    {
        Assert.DoesNotContain(asking, (await Template.BuiltAsync()).StandardOutput, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task HTTP_functions_refuse_every_request_until_an_application_for_sign_in_is_set(string app)
    {
        var authentication = Authentication(await Deployment.Plain, app);

        Assert.True(authentication.Flag("platform.enabled"));
        Assert.True(authentication.Flag("globalValidation.requireAuthentication"));
        Assert.Equal("Return401", authentication.Text("globalValidation.unauthenticatedClientAction"));
        Assert.Empty(authentication.At("identityProviders").EnumerateObject());
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Who_signs_in_does_so_without_a_client_secret(string app)
    {
        var authentication = Authentication(await Deployment.Full, app);
        var registration = "identityProviders.azureActiveDirectory.registration.";

        Assert.True(authentication.Flag("globalValidation.requireAuthentication"));
        Assert.Equal("RedirectToLoginPage", authentication.Text("globalValidation.unauthenticatedClientAction"));
        Assert.Equal(Deployment.SignIn, authentication.Text(registration + "clientId"));
        Assert.Equal(
            "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", authentication.Text(registration + "clientSecretSettingName"));
    }

    [Theory]
    [InlineData("func-publishing-")]
    [InlineData("func-desk-", "/desk/utkast/*", "/desk/assets/*", "/desk/webbplats/*", "/desk/session")]
    public async Task These_paths_are_open_without_sign_in_and_no_others(string app, params string[] paths)
    {
        Assert.Equal(paths, Authentication(await Deployment.Full, app).Texts("globalValidation.excludedPaths"));
        Assert.Equal(paths, Authentication(await Deployment.Plain, app).Texts("globalValidation.excludedPaths"));
    }

    private static Resource Authentication(Deployment deployment, string app) =>
        deployment.Of("Microsoft.Web/sites/config").Single(config =>
            config.Name.StartsWith(app, StringComparison.Ordinal)
            && config.Name.EndsWith("authsettingsV2", StringComparison.Ordinal));
}
