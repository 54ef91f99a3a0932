using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using CliWrap.Buffered;

namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>
/// What runs after provisioning, on the accounts as a deployment leaves them: real ones, of the storage emulator.
/// </summary>
public sealed partial class PostProvisionTests(AzureAccounts accounts) : IClassFixture<AzureAccounts>, IAsyncLifetime
{
    private const string SiteUrl = "https://stsite123.z1.web.core.windows.net";

    private static readonly Dictionary<string, string?> Outputs = new()
    {
        ["CONTENT_ACCOUNT"] = AzureAccounts.ContentName,
        ["DEPLOYER_ASSIGNMENT"] = AzureAccounts.Assignment,
        ["DEPLOYER_IS_EDITOR"] = null,
        ["SITE_ACCOUNT"] = AzureAccounts.SiteName,
        ["SITE_URL"] = SiteUrl,
    };

    public static TheoryData<string> Shells => new(Shell.Here.Select(shell => shell.Program));

    public Task InitializeAsync() => accounts.EmptyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task The_website_is_switched_on_with_a_role_and_not_with_a_key(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);

        (await RunAsync(shell, az)).Succeeded();

        var website = await WebsiteAsync(AzureAccounts.SiteName);
        Assert.True(website.Enabled);
        Assert.Equal("index.html", website.IndexDocument);
        Assert.Equal("404.html", website.ErrorDocument404Path);
        Assert.False((await WebsiteAsync(AzureAccounts.ContentName)).Enabled);
        Assert.All(
            az.Calls.Where(call => call.StartsWith("storage", StringComparison.Ordinal)),
            call => Assert.Contains("--auth-mode login", call, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task An_empty_container_gets_the_sample_site_with_the_address_that_it_is_served_under(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);

        (await RunAsync(shell, az)).Succeeded();

        var sample = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "content"), "*", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(Path.Combine(Repository.Root, "content"), file).Replace('\\', '/'));
        Assert.Equal(sample.Keys.Order(StringComparer.Ordinal), (await accounts.VersionsAsync()).Keys);
        foreach (var (name, file) in sample)
        {
            var expected = await File.ReadAllBytesAsync(file);
            if (name == "site.yaml")
            {
                var settings = Encoding.UTF8.GetString(expected);
                Assert.Single(BaseUrl().Matches(settings));
                expected = Encoding.UTF8.GetBytes(BaseUrl().Replace(settings, $"baseUrl: {SiteUrl}"));
            }

            Assert.Equal(
                expected, (await accounts.Content.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_second_run_changes_nothing(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);
        (await RunAsync(shell, az)).Succeeded();
        accounts.Assignments.Add(AzureAccounts.Assignment);
        var (website, blobs) = (await WebsiteAsync(AzureAccounts.SiteName), await accounts.VersionsAsync());

        (await RunAsync(shell, az)).Succeeded();

        Assert.Equal(blobs, await accounts.VersionsAsync());
        Assert.Equivalent(website, await WebsiteAsync(AzureAccounts.SiteName));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task What_editors_wrote_is_left_alone(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);
        await accounts.Content.UploadBlobAsync("artiklar/egen.md", BinaryData.FromString("# Egen\n"));
        var before = await accounts.VersionsAsync();

        (await RunAsync(shell, az)).Succeeded();

        Assert.Equal(before, await accounts.VersionsAsync());
    }

    /// <summary>Whether it had to upload anything or not. The setting has the next deployment assign nothing.</summary>
    [Theory]
    [MemberData(nameof(Shells))]
    public async Task The_deploying_account_does_not_stay_an_editor(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);

        (await RunAsync(shell, az)).Succeeded();

        Assert.Empty(accounts.Assignments);
        Assert.Equal("azd env set DEPLOYER_IS_EDITOR false", az.Calls[^1]);

        accounts.Assignments.Add(AzureAccounts.Assignment);
        (await RunAsync(shell, az)).Succeeded();

        Assert.Empty(accounts.Assignments);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task It_stays_one_if_it_is_told_to(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);

        (await RunAsync(shell, az, new(Outputs) { ["DEPLOYER_IS_EDITOR"] = "true" })).Succeeded();

        Assert.Equal([AzureAccounts.Assignment], accounts.Assignments);
        Assert.NotEmpty(await accounts.VersionsAsync());
        Assert.DoesNotContain(az.Calls, call => call.StartsWith("azd", StringComparison.Ordinal));
    }

    /// <summary>A later deployment, or one of a pipeline, which may not look into the container.</summary>
    [Theory]
    [MemberData(nameof(Shells))]
    public async Task An_account_that_is_no_editor_neither_looks_at_content_nor_uploads_any(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);

        (await RunAsync(shell, az, new(Outputs) { ["DEPLOYER_ASSIGNMENT"] = "" })).Succeeded();

        Assert.True((await WebsiteAsync(AzureAccounts.SiteName)).Enabled);
        Assert.Empty(await accounts.VersionsAsync());
        Assert.DoesNotContain(az.Calls, call => call.Contains(AzureAccounts.ContentName, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_role_that_is_not_known_everywhere_yet_is_waited_for(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts, refusals: 3);

        (await RunAsync(shell, az)).Succeeded();

        Assert.Equal(3 + 3, az.Calls.Count(call => call.StartsWith("storage", StringComparison.Ordinal)));
        Assert.NotEmpty(await accounts.VersionsAsync());
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_role_that_never_comes_fails_the_hook_and_uploads_nothing(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts, refusals: int.MaxValue);

        var result = await RunAsync(shell, az);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Given up", result.StandardOutput + result.StandardError, StringComparison.Ordinal);
        Assert.Empty(await accounts.VersionsAsync());
        Assert.NotEmpty(accounts.Assignments); // The next try needs it.
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Without_a_deployment_it_says_what_is_missing(string shell)
    {
        await using var az = await StandInAz.StartAsync(accounts);

        var result = await RunAsync(shell, az, new(Outputs) { ["SITE_ACCOUNT"] = null });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("SITE_ACCOUNT", result.StandardOutput + result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void Bash_and_PowerShell_ask_for_the_same()
    {
        var bash = HookScript.Calls("postprovision.sh");

        Assert.Equal(6, bash.Count);
        Assert.Equal(bash, HookScript.Calls("postprovision.ps1"));
    }

    private static Task<BufferedCommandResult> RunAsync(
        string shell, StandInAz az, Dictionary<string, string?>? outputs = null) =>
        Shell.Here.Single(here => here.Program == shell).RunAsync("postprovision", az.Folder, outputs ?? Outputs);

    private async Task<BlobStaticWebsite> WebsiteAsync(string account) =>
        (await accounts[account].GetPropertiesAsync()).Value.StaticWebsite;

    [GeneratedRegex(@"^baseUrl: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex BaseUrl();
}
