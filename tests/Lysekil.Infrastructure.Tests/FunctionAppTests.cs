using System.Text.Json;
using Lysekil.Azure.Connections;
using Lysekil.Infrastructure.Tests.Bicep;
using Microsoft.Extensions.Configuration;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The settings and the hosting of the function apps.</summary>
public sealed class FunctionAppTests
{
    private const string Publishing = "func-publishing-";
    private const string Desk = "func-desk-";

    private static readonly string[] SettingNames =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AZURE_CLIENT_ID",
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "ContentStorage__blobServiceUri",
        "ContentStorage__clientId",
        "ContentStorage__credential",
        "ContentStorage__queueServiceUri",
        "ContentStorage__tableServiceUri",
        "OTEL_TRACES_SAMPLER",
        "OTEL_TRACES_SAMPLER_ARG",
        "SiteStorage__blobServiceUri",
        "SiteStorage__clientId",
        "SiteStorage__credential",
    ];

    public static TheoryData<string> Apps => new(Publishing, Desk);

    [Theory]
    [InlineData(Publishing)]
    [InlineData(Desk, "SiteAddress")]
    public async Task It_is_told_what_it_reads_and_nothing_else(string app, params string[] more) =>
        Assert.Equal(
            SettingNames.Concat(more).Order(StringComparer.Ordinal),
            Settings(await Deployment.Plain, app).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Only_signing_in_needs_one_setting_more(string app) => Assert.Equal(
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"],
        Settings(await Deployment.Full, app).Keys.Except(SettingNames).Except(["SiteAddress"]));

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task The_code_reads_its_connections_from_these_settings(string app)
    {
        var settings = Settings(await Deployment.Plain, app).Select(setting => KeyValuePair.Create(
            setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)AsAzureFinishesIt(setting)));
        var read = SiteStorageOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        var content = Assert.IsType<StorageConnection.WithIdentity>(read.Content);
        var site = Assert.IsType<StorageConnection.WithIdentity>(read.Site);
        Assert.StartsWith("stcontent", content.Blobs.Host, StringComparison.Ordinal);
        Assert.Contains(".queue.", content.Queues!.Host, StringComparison.Ordinal);
        Assert.Contains(".table.", content.Tables!.Host, StringComparison.Ordinal);
        Assert.StartsWith("stsite", site.Blobs.Host, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task The_host_keeps_its_state_and_its_package_in_the_runtime_account(string app)
    {
        var deployment = await Deployment.Plain;
        var package = App(deployment, app).Text("functionAppConfig.deployment.storage.value");

        Assert.Contains(
            "/storageAccounts/struntime", Settings(deployment, app)["AzureWebJobsStorage__blobServiceUri"],
            StringComparison.Ordinal);
        Assert.Contains("/storageAccounts/struntime", package, StringComparison.Ordinal);
    }

    /// <summary>
    /// The one sampler of these settings that the exporter for Application Insights reads; it ignores "always_off".
    /// </summary>
    [Theory]
    [MemberData(nameof(Apps))]
    public async Task The_host_records_no_spans_of_its_own(string app)
    {
        var settings = Settings(await Deployment.Plain, app);

        Assert.Equal("microsoft.fixed_percentage", settings["OTEL_TRACES_SAMPLER"]);
        Assert.Equal("0", settings["OTEL_TRACES_SAMPLER_ARG"]);
    }

    [Fact]
    public async Task The_desk_links_to_the_site_where_that_is_served()
    {
        Assert.Contains(
            "primaryEndpoints.web", Settings(await Deployment.Plain, Desk)["SiteAddress"], StringComparison.Ordinal);
        Assert.Equal("https://www.lysekil.example/", Settings(await Deployment.Full, Desk)["SiteAddress"]);
    }

    [Theory]
    [InlineData(Publishing, "publishing", "/id-publishing-")]
    [InlineData(Desk, "desk", "/id-desk-")]
    public async Task It_is_a_service_that_azd_deploys_to_with_an_identity_of_its_own(
        string name, string service, string identity)
    {
        var app = App(await Deployment.Plain, name);
        var tags = app.Json.GetProperty("tags");

        Assert.Equal(service, tags.GetProperty("azd-service-name").GetString());
        Assert.Equal("test", tags.GetProperty("azd-env-name").GetString());
        var identities = app.Json.GetProperty("identity").GetProperty("userAssignedIdentities").EnumerateObject()
            .Select(property => property.Name).ToList();
        Assert.Equal(2, identities.Count);
        Assert.Single(identities, id => id.Contains(identity, StringComparison.Ordinal));
        Assert.Single(identities, id => id.Contains($"/id-deploy-{service}-", StringComparison.Ordinal));
    }

    /// <summary>The platform keeps the package with an identity that no setting names.</summary>
    [Theory]
    [InlineData(Publishing, "/id-deploy-publishing-", "/id-publishing-")]
    [InlineData(Desk, "/id-deploy-desk-", "/id-desk-")]
    public async Task The_package_is_kept_with_an_identity_that_the_app_does_not_act_as(
        string app, string ofPackage, string ofApp)
    {
        var deployment = await Deployment.Full;
        var settings = Settings(deployment, app);

        Assert.Contains(
            ofPackage,
            App(deployment, app).Text(
                "functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId"),
            StringComparison.Ordinal);
        Assert.Contains(ofApp, settings["AZURE_CLIENT_ID"], StringComparison.Ordinal);
        Assert.DoesNotContain(settings, s => s.Value.Contains("/id-deploy-", StringComparison.Ordinal));
    }

    /// <summary>A plan of Flex Consumption has one app, and a package overwrites that of another app.</summary>
    [Fact]
    public async Task The_two_share_neither_a_plan_nor_a_package_nor_the_identifier_of_their_hosts()
    {
        var apps = (await Deployment.Plain).Of("Microsoft.Web/sites");

        Assert.Equal(2, apps.Count);
        Assert.Equal(2, apps.Select(app => app.Text("serverFarmId")).Distinct().Count());
        Assert.Equal(2, apps.Select(app => app.Text("functionAppConfig.deployment.storage.value")).Distinct().Count());
        // The host takes it from the app's name, and keeps its state and keys under it.
        Assert.All(apps, app => Assert.InRange(app.Name.Length, 1, 32));
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task It_runs_this_net_isolated_on_flex_consumption(string name)
    {
        var deployment = await Deployment.Plain;
        var app = App(deployment, name);

        Assert.All(
            deployment.Of("Microsoft.Web/serverfarms"),
            plan => Assert.Equal("FC1", plan.Json.GetProperty("sku").GetProperty("name").GetString()));
        Assert.Equal("dotnet-isolated", app.Text("functionAppConfig.runtime.name"));
        Assert.Equal($"{Environment.Version.Major}.0", app.Text("functionAppConfig.runtime.version"));
        Assert.Equal(
            "UserAssignedIdentity",
            app.Text("functionAppConfig.deployment.storage.authentication.type"));
        Assert.True(app.Flag("httpsOnly"));
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task A_deployment_ends_instances_at_once_unless_it_is_asked_to_let_them_finish(string app)
    {
        const string Strategy = "functionAppConfig.siteUpdateStrategy.type";

        Assert.Equal("Recreate", App(await Deployment.Plain, app).Text(Strategy));
        Assert.Equal("RollingUpdate", App(await Deployment.Full, app).Text(Strategy));
    }

    [Fact]
    public async Task Nothing_is_kept_ready_and_paid_for_unless_asked()
    {
        var ready = "functionAppConfig.scaleAndConcurrency.alwaysReady";

        Assert.Empty(App(await Deployment.Plain, Publishing).Items(ready));
        Assert.Empty(App(await Deployment.Full, Desk).Items(ready));
        Assert.Equal(
            ["function:PublishContent"],
            App(await Deployment.Full, Publishing).Items(ready)
                .Select(function => function.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Every_function_that_is_kept_ready_exists() => Assert.All(
        App(await Deployment.Full, Publishing).Items("functionAppConfig.scaleAndConcurrency.alwaysReady"),
        ready => Assert.Contains(ready.GetProperty("name").GetString()!.Split(':')[1], Triggers.Functions));

    [Fact]
    public async Task Every_trigger_finds_its_queue()
    {
        var deployment = await Deployment.Plain;
        var settings = Settings(deployment, Publishing);
        var queues = deployment.Names("Microsoft.Storage/storageAccounts/queueServices/queues");

        Assert.Equal(2, Triggers.Queues.Count);
        Assert.All(Triggers.Queues, trigger =>
        {
            Assert.Contains(trigger.Key, queues);
            Assert.Contains("/stcontent", settings[trigger.Value + "__queueServiceUri"], StringComparison.Ordinal);
            Assert.Equal("managedidentity", settings[trigger.Value + "__credential"]);
            Assert.Contains("/id-publishing-", settings[trigger.Value + "__clientId"], StringComparison.Ordinal);
        });
    }

    private static Resource App(Deployment deployment, string app) => Assert.Single(
        deployment.Of("Microsoft.Web/sites"), site => site.Name.StartsWith(app, StringComparison.Ordinal));

    private static Dictionary<string, string> Settings(Deployment deployment, string app) =>
        deployment.Of("Microsoft.Web/sites/config")
            .Single(config => config.Name.StartsWith(app, StringComparison.Ordinal)
                && config.Name.EndsWith("/appsettings", StringComparison.Ordinal))
            .Properties.Deserialize<Dictionary<string, string>>()!;

    // [reference('…/stcontent123', '…').primaryEndpoints.queue] → https://stcontent123.queue.core.windows.net/
    private static string AsAzureFinishesIt(KeyValuePair<string, string> setting)
    {
        if (!setting.Key.EndsWith("ServiceUri", StringComparison.Ordinal)) { return setting.Value; }
        var account = setting.Value.Split("/storageAccounts/")[1].Split('\'')[0];
        var service = setting.Value.TrimEnd(']').Split('.')[^1];
        return $"https://{account}.{service}.core.windows.net/";
    }
}
