using CliWrap.Buffered;
using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>What runs before <c>azd down</c>, which deletes the only copy of what editors wrote.</summary>
public sealed class PreDownTests(AzureAccounts accounts) : IClassFixture<AzureAccounts>, IAsyncLifetime
{
    private const string Lock = "keep-content";

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["AZURE_ENV_NAME"] = "test",
        ["AZURE_SUBSCRIPTION_ID"] = AzureAccounts.Subscription,
        ["DELETE_CONTENT"] = null,
    };

    public static TheoryData<string> Shells => PostProvisionTests.Shells;

    public Task InitializeAsync() => accounts.EmptyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task It_says_what_would_be_deleted_and_refuses_while_there_is_content(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);
        await accounts.Content.UploadBlobAsync("artiklar/egen.md", BinaryData.FromString("# Egen\n"));

        var result = await RunAsync(shell, az);

        Assert.NotEqual(0, result.ExitCode);
        Assert.All(
            [AzureAccounts.ResourceGroup, AzureAccounts.ContentName, AzureAccounts.SiteName],
            name => Assert.Contains(name, result.StandardOutput, StringComparison.Ordinal));
        Assert.Contains("Refused", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("artiklar/egen.md", result.StandardError, StringComparison.Ordinal);
        Assert.Contains(Lock, accounts.Locks);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Told_the_name_of_the_account_it_removes_its_own_lock_and_no_other(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);
        await accounts.Content.UploadBlobAsync("artiklar/egen.md", BinaryData.FromString("# Egen\n"));

        (await RunAsync(shell, az, AzureAccounts.ContentName)).Succeeded();

        Assert.Equal(["of-the-operators"], accounts.Locks);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task The_name_of_another_account_tells_it_nothing(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);
        await accounts.Content.UploadBlobAsync("artiklar/egen.md", BinaryData.FromString("# Egen\n"));

        Assert.NotEqual(0, (await RunAsync(shell, az, AzureAccounts.SiteName)).ExitCode);

        Assert.Contains(Lock, accounts.Locks);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task An_empty_container_needs_no_word(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);

        (await RunAsync(shell, az)).Succeeded();

        Assert.DoesNotContain(Lock, accounts.Locks);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_container_that_cannot_be_looked_into_counts_as_content(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);
        await accounts.Content.DeleteAsync();

        var result = await RunAsync(shell, az);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("It could not be looked into", result.StandardError, StringComparison.Ordinal);
        Assert.Contains(Lock, accounts.Locks);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_deployment_that_failed_early_can_be_taken_away(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);
        accounts.Names.Remove(AzureAccounts.ContentName);

        (await RunAsync(shell, az)).Succeeded();
        accounts.Exists = false;
        (await RunAsync(shell, az)).Succeeded();

        Assert.DoesNotContain(az.Calls, call => call.StartsWith("lock", StringComparison.Ordinal));
    }

    [Fact]
    public void Bash_and_PowerShell_ask_for_the_same()
    {
        var bash = HookScript.Calls("predown.sh");

        Assert.Equal(6, bash.Count);
        Assert.Equal(bash, HookScript.Calls("predown.ps1"));
    }

    [Fact]
    public async Task Its_names_are_those_of_the_template()
    {
        var deployment = await Deployment.Plain;

        Assert.Equal("rg-test", Assert.Single(deployment.Of("Microsoft.Resources/resourceGroups")).Name);
        Assert.Equal(Lock, Assert.Single(deployment.Of("Microsoft.Authorization/locks")).Name);
        Assert.Single(
            deployment.Of("Microsoft.Storage/storageAccounts"),
            account => account.Name.StartsWith("stcontent", StringComparison.Ordinal));
    }

    private static Task<BufferedCommandResult> RunAsync(string shell, StandInAz az, string? deleted = null) =>
        Shell.Here.Single(here => here.Program == shell)
            .RunAsync("predown", az.Folder, new Dictionary<string, string?>(Settings) { ["DELETE_CONTENT"] = deleted });
}
