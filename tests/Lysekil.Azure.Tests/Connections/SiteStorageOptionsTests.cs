using Azure.Identity;
using Lysekil.Azure.Connections;
using Microsoft.Extensions.Configuration;

namespace Lysekil.Azure.Tests.Connections;

public sealed class SiteStorageOptionsTests
{
    private const string Emulator = "UseDevelopmentStorage=true";

    [Fact]
    public void A_connection_string_is_enough()
    {
        var options = Read(("ContentStorage", Emulator));

        Assert.Equal(new StorageConnection.WithKey(Emulator), options.Content);
        Assert.Equal(options.Content, options.Site);
    }

    [Fact]
    public void The_website_may_have_an_account_of_its_own()
    {
        var options = Read(("ContentStorage", Emulator), ("SiteStorage:blobServiceUri", "https://site.example/"));

        var site = Assert.IsType<StorageConnection.WithIdentity>(options.Site);
        Assert.Equal(new Uri("https://site.example/"), site.Blobs);
        Assert.Null(site.Queues);
        Assert.Null(site.Tables);
    }

    [Fact]
    public void An_account_name_stands_for_its_three_services()
    {
        var content = Identity(Read(("ContentStorage:accountName", "lysekil")));

        Assert.Equal(new Uri("https://lysekil.blob.core.windows.net/"), content.Blobs);
        Assert.Equal(new Uri("https://lysekil.queue.core.windows.net/"), content.Queues);
        Assert.Equal(new Uri("https://lysekil.table.core.windows.net/"), content.Tables);
        Assert.IsType<DefaultAzureCredential>(content.Credential);
    }

    [Fact]
    public void Each_service_may_have_its_address()
    {
        var content = Identity(Read(
            ("ContentStorage:accountName", "lysekil"),
            ("ContentStorage:blobServiceUri", "https://blob.example/"),
            ("ContentStorage:queueServiceUri", "https://queue.example/")));

        Assert.Equal(new Uri("https://blob.example/"), content.Blobs);
        Assert.Equal(new Uri("https://queue.example/"), content.Queues);
        Assert.Equal(new Uri("https://lysekil.table.core.windows.net/"), content.Tables);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("6d1c1b0e-8a3c-4d0f-9a53-0c8f2a4f6d11")]
    public void A_managed_identity_is_that_of_the_system_or_a_named_one(string? clientId)
    {
        var content = Identity(Read(
            ("ContentStorage:accountName", "lysekil"),
            ("ContentStorage:credential", "managedIdentity"),
            ("ContentStorage:clientId", clientId)));

        Assert.IsType<ManagedIdentityCredential>(content.Credential);
    }

    [Fact]
    public void Settings_come_from_the_environment_too()
    {
        const string Prefix = "LYSEKILTEST_";
        Environment.SetEnvironmentVariable(Prefix + "ContentStorage__accountName", "lysekil");

        var options = SiteStorageOptions.Read(new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build());

        Assert.Equal(new Uri("https://lysekil.blob.core.windows.net/"), Identity(options).Blobs);
    }

    [Theory]
    [InlineData("", "", "'ContentStorage'")]
    [InlineData("ContentStorage", " ", "'ContentStorage'")]
    [InlineData("ContentStorage", "DefaultEndpointsProtocol=https;AccountName=", "'ContentStorage'")]
    [InlineData("ContentStorage", "nonsense", "'ContentStorage'")]
    [InlineData("ContentStorage:blobServiceUri", "https://blob.example/", "'ContentStorage__queueServiceUri'")]
    [InlineData("ContentStorage:blobServiceUri", "blob.example", "'ContentStorage__blobServiceUri'")]
    [InlineData("ContentStorage:blobServiceUri", "http://blob.example/", "'ContentStorage__blobServiceUri'")]
    [InlineData("ContentStorage:accountName", "lysekil.example", "'ContentStorage__accountName'")]
    public void A_missing_or_wrong_setting_is_named(string setting, string value, string named)
    {
        var trouble = Assert.Throws<InvalidOperationException>(() => Read((setting, value)));

        Assert.Contains(named, trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_credential_is_named()
    {
        var trouble = Assert.Throws<InvalidOperationException>(
            () => Read(("ContentStorage:accountName", "lysekil"), ("ContentStorage:credential", "password")));

        Assert.Contains("'ContentStorage__credential'", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_websites_settings_are_checked_too()
    {
        var trouble = Assert.Throws<InvalidOperationException>(
            () => Read(("ContentStorage", Emulator), ("SiteStorage:credential", "managedidentity")));

        Assert.Contains("'SiteStorage__blobServiceUri'", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_string_is_not_shown()
    {
        var broken = "DefaultEndpointsProtocol=https;AccountKey=hemligt";

        var trouble = Assert.Throws<InvalidOperationException>(() => Read(("ContentStorage", broken)));

        Assert.DoesNotContain("hemligt", trouble.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Development", Read(("ContentStorage", Emulator)).ToString(), StringComparison.Ordinal);
    }

    private static StorageConnection.WithIdentity Identity(SiteStorageOptions options) =>
        Assert.IsType<StorageConnection.WithIdentity>(options.Content);

    private static SiteStorageOptions Read(params (string Setting, string? Value)[] settings) =>
        SiteStorageOptions.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Setting, setting.Value)))
            .Build());
}
