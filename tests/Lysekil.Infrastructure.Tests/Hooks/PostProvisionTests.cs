using System.Text.RegularExpressions;

namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>What runs after provisioning, with an <c>az</c> that only writes down what it is asked.</summary>
public sealed partial class PostProvisionTests
{
    private static readonly Dictionary<string, string?> _outputs = new()
    {
        ["CONTENT_ACCOUNT"] = "stcontent123",
        ["SITE_ACCOUNT"] = "stsite123",
        ["SITE_URL"] = "https://stsite123.z1.web.core.windows.net",
    };

    public static TheoryData<string> Shells => new(Shell.Here.Select(shell => shell.Program));

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task The_website_is_switched_on_with_a_role_and_not_with_a_key(string shell)
    {
        using var az = FakeAz.With(blobs: "site.yaml\n");

        (await RunAsync(shell, az)).Succeeded();

        Assert.Contains(
            "storage blob service-properties update --account-name stsite123 --auth-mode login --static-website true "
            + "--index-document index.html --404-document 404.html --output none",
            az.Calls);
        Assert.All(
            az.Calls.Where(call => call.StartsWith("storage", StringComparison.Ordinal)),
            call => Assert.Contains("--auth-mode login", call, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task An_empty_container_gets_the_sample_site_with_the_address_that_it_is_served_under(string shell)
    {
        using var az = FakeAz.With();

        (await RunAsync(shell, az)).Succeeded();

        var sample = Path.Combine(Repository.Root, "content");
        Assert.Equal(FilesOf(sample), FilesOf(az.Uploaded));
        var settings = await File.ReadAllTextAsync(Path.Combine(sample, "site.yaml"));
        Assert.Equal(
            BaseUrl().Replace(settings, $"baseUrl: {_outputs["SITE_URL"]}", 1),
            await File.ReadAllTextAsync(Path.Combine(az.Uploaded, "site.yaml")));
        Assert.Single(BaseUrl().Matches(settings));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task What_editors_wrote_is_left_alone(string shell)
    {
        using var az = FakeAz.With(blobs: "artiklar/egen.md\n");

        (await RunAsync(shell, az)).Succeeded();

        Assert.DoesNotContain(az.Calls, call => call.Contains("upload", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_role_that_is_not_known_everywhere_yet_is_waited_for(string shell)
    {
        using var az = FakeAz.With(refusals: 3);

        (await RunAsync(shell, az)).Succeeded();

        Assert.Equal(4, az.Calls.Count(call => call.StartsWith("storage blob list", StringComparison.Ordinal)));
        Assert.True(Directory.Exists(az.Uploaded));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_role_that_never_comes_fails_the_hook_and_uploads_nothing(string shell)
    {
        using var az = FakeAz.With(refusals: 99);

        var result = await RunAsync(shell, az);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Given up", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(az.Uploaded));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Without_a_deployment_it_says_what_is_missing(string shell)
    {
        using var az = FakeAz.With();

        var result = await RunAsync(shell, az, new(_outputs) { ["SITE_ACCOUNT"] = null });

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("SITE_ACCOUNT", result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Bash_and_PowerShell_ask_for_the_same()
    {
        var bash = Questions("postprovision.sh");

        Assert.Equal(4, bash.Count);
        Assert.Equal(bash, Questions("postprovision.ps1"));
    }

    private static Task<CommandResult> RunAsync(string shell, FakeAz az, Dictionary<string, string?>? outputs = null) =>
        Shell.Here.Single(here => here.Program == shell).RunAsync(az, outputs ?? _outputs);

    /// <summary>Each call of <c>az</c>, without what the two languages write differently.</summary>
    private static List<string> Questions(string script)
    {
        var text = Continuation().Replace(Repository.Read("infra/hooks/" + script), " ");
        return
        [
            .. Question().Matches(text).Select(match => Different().Replace(match.Value, "")
                .Replace("env:", "", StringComparison.Ordinal).Replace("then", "", StringComparison.Ordinal).Trim()),
        ];
    }

    private static IEnumerable<string> FilesOf(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^baseUrl: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex BaseUrl();

    [GeneratedRegex(@"[\\`]\n\s*")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"\baz (account|storage) .*")]
    private static partial Regex Question();

    [GeneratedRegex("[\"'();]")]
    private static partial Regex Different();
}
