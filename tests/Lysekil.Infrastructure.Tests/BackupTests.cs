using Lysekil.Infrastructure.Tests.Bicep;
using Lysekil.Publishing.Storage;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The content account outlives mistakes: a lock, and copies outside of it if they are asked for.</summary>
public sealed class BackupTests
{
    private const string Instance = "Microsoft.DataProtection/backupVaults/backupInstances";

    [Fact]
    public async Task Azure_refuses_to_delete_the_content_account_and_that_alone()
    {
        var held = Assert.Single((await Deployment.Plain).Of("Microsoft.Authorization/locks"));

        Assert.Equal("CanNotDelete", held.Text("level"));
        Assert.Matches("/storageAccounts/stcontent[^/]+/providers/Microsoft.Authorization/locks/", held.Id);
    }

    [Fact]
    public async Task Without_a_number_of_days_there_is_no_vault_and_no_way_for_copies_out_of_the_tenant()
    {
        var deployment = await Deployment.Plain;

        Assert.DoesNotContain(
            deployment.Resources,
            resource => resource.Type.StartsWith("Microsoft.DataProtection/", StringComparison.Ordinal));
        Assert.All(
            deployment.Of("Microsoft.Storage/storageAccounts"),
            account => Assert.False(account.Flag("allowCrossTenantReplication")));
    }

    [Fact]
    public async Task A_vault_keeps_each_night_s_copy_of_the_sources_for_that_long()
    {
        var deployment = await Deployment.Full;
        var policy = Assert.Single(deployment.Of("Microsoft.DataProtection/backupVaults/backupPolicies"));
        var copied = Assert.Single(deployment.Of(Instance));

        Assert.Equal("VaultStore", policy.Text("policyRules.0.lifecycles.0.sourceDataStore.dataStoreType"));
        Assert.Equal("P30D", policy.Text("policyRules.0.lifecycles.0.deleteAfter.duration"));
        Assert.EndsWith(
            "/P1D", Assert.Single(policy.Texts("policyRules.1.trigger.schedule.repeatingTimeIntervals")),
            StringComparison.Ordinal);
        Assert.Equal(
            [StorageNames.Content],
            copied.Texts("policyInfo.policyParameters.backupDatasourceParametersList.0.containersList"));
        Assert.Equal(policy.Id, copied.Text("policyInfo.policyId"));
    }

    [Fact]
    public async Task Only_the_account_that_a_vault_copies_lets_copies_out_of_the_tenant() => Assert.All(
        (await Deployment.Full).Of("Microsoft.Storage/storageAccounts"),
        account => Assert.Equal(
            account.Name.StartsWith("stcontent", StringComparison.Ordinal),
            account.Flag("allowCrossTenantReplication")));
}
