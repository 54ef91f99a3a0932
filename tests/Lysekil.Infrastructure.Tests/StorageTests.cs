using System.Text.Json;
using Lysekil.Infrastructure.Tests.Bicep;
using Lysekil.Publishing.Storage;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The names of containers, queues and tables are those of the code.</summary>
public sealed class StorageTests
{
    [Fact]
    public async Task The_content_account_has_the_containers_of_the_code_and_one_for_lost_events() => Assert.Equal(
        Sorted([StorageNames.Content, StorageNames.Accepted, StorageNames.Desk, "dead-letters"]),
        await ContainersAsync("stcontent"));

    [Fact]
    public async Task The_website_is_alone_in_its_account() =>
        Assert.Equal([StorageNames.Web], await ContainersAsync("stsite"));

    /// <summary>The functions host gives the first two their names.</summary>
    [Fact]
    public async Task The_runtime_account_has_what_the_hosts_and_the_platform_keep() => Assert.Equal(
        ["azure-webjobs-hosts", "azure-webjobs-secrets", "deployments", "deployments-desk"],
        await ContainersAsync("struntime"));

    [Fact]
    public async Task What_the_hosts_rewrite_all_day_leaves_neither_versions_nor_deleted_copies()
    {
        var blobs = await BlobServiceAsync("struntime");

        Assert.False(blobs.Flag("isVersioningEnabled"));
        Assert.All(
            ["changeFeed", "containerDeleteRetentionPolicy", "deleteRetentionPolicy", "restorePolicy"],
            kept => Assert.False(blobs.Flag(kept + ".enabled")));
    }

    [Fact]
    public async Task The_queues_are_those_of_the_code_each_with_its_poison_queue()
    {
        Assert.Equal(
            Sorted([
                StorageNames.ContentEvents, StorageNames.PoisonOf(StorageNames.ContentEvents),
                StorageNames.PageRefreshes, StorageNames.PoisonOf(StorageNames.PageRefreshes),
            ]),
            (await Deployment.Plain).Names("Microsoft.Storage/storageAccounts/queueServices/queues"));
    }

    [Fact]
    public async Task The_table_is_that_of_the_code() => Assert.Equal(
        [StorageNames.IndexTable],
        (await Deployment.Plain).Names("Microsoft.Storage/storageAccounts/tableServices/tables"));

    [Fact]
    public async Task Every_constant_of_the_code_is_deployed()
    {
        var deployed = (await Deployment.Plain).Resources.Select(resource => resource.Name.Split('/')[^1]).ToHashSet();
        var constants = typeof(StorageNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.NotEmpty(constants);
        Assert.All(constants, name => Assert.Contains(name, deployed));
    }

    [Fact]
    public async Task The_website_serves_the_documents_that_the_local_runner_serves()
    {
        var blobs = await BlobServiceAsync("stsite");

        Assert.True(blobs.Flag("staticWebsite.enabled"));
        Assert.Equal("index.html", blobs.Text("staticWebsite.indexDocument"));
        Assert.Equal("404.html", blobs.Text("staticWebsite.errorDocument404Path"));
    }

    [Fact]
    public async Task What_an_editor_deletes_or_overwrites_can_be_brought_back()
    {
        var blobs = await BlobServiceAsync("stcontent");

        Assert.True(blobs.Flag("isVersioningEnabled"));
        Assert.True(blobs.Flag("deleteRetentionPolicy.enabled"));
        Assert.True(blobs.Flag("containerDeleteRetentionPolicy.enabled"));
        Assert.True(blobs.Flag("changeFeed.enabled"));
        Assert.True(blobs.At("restorePolicy.days").GetInt32() < blobs.At("deleteRetentionPolicy.days").GetInt32());
    }

    [Fact]
    public async Task Time_takes_nothing_that_pages_render_from()
    {
        var policies = (await Deployment.Plain).Of("Microsoft.Storage/storageAccounts/managementPolicies");
        var rules = Assert.Single(policies).Items("policy.rules")
            .Select(rule => rule.GetProperty("definition")).ToList();

        Assert.NotEmpty(rules);
        Assert.All(rules, rule =>
        {
            var prefixes = rule.GetProperty("filters").GetProperty("prefixMatch").Deserialize<string[]>()!;
            Assert.NotEmpty(prefixes);
            Assert.All(prefixes, prefix => Assert.EndsWith("/", prefix, StringComparison.Ordinal));
            Assert.DoesNotContain(StorageNames.Accepted + "/", prefixes);
            // Current blobs are deleted where nothing but dead letters are, and in the log of who did what.
            var deletes = rule.GetProperty("actions").TryGetProperty("baseBlob", out _);
            Assert.True(!deletes || prefixes is ["dead-letters/"] or ["desk/granskning/"]);
        });
    }

    [Fact]
    public async Task The_log_of_who_did_what_is_kept_for_a_year()
    {
        var policy = Assert.Single((await Deployment.Plain).Of("Microsoft.Storage/storageAccounts/managementPolicies"));
        var rule = Assert.Single(
            policy.Items("policy.rules"), rule => rule.GetProperty("name").GetString() == "old-audit-entries");

        Assert.Equal(
            365,
            rule.GetProperty("definition").GetProperty("actions").GetProperty("baseBlob").GetProperty("delete")
                .GetProperty("daysAfterCreationGreaterThan").GetInt32());
        Assert.Contains(
            "\"granskning/\"", Repository.Read("functions/Lysekil.Desk/Audit/AuditLog.cs"), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> ContainersAsync(string account) => Sorted(
        (await Deployment.Plain).Of("Microsoft.Storage/storageAccounts/blobServices/containers")
            .Select(container => container.Name.Split('/'))
            .Where(name => name[0].StartsWith(account, StringComparison.Ordinal)).Select(name => name[^1]));

    private static async Task<Resource> BlobServiceAsync(string account) => Assert.Single(
        (await Deployment.Plain).Of("Microsoft.Storage/storageAccounts/blobServices"),
        service => service.Name.StartsWith(account, StringComparison.Ordinal));

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);
}
