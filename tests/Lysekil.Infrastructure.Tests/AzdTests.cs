namespace Lysekil.Infrastructure.Tests;

/// <summary>The settings for azd in <c>azure.yaml</c>.</summary>
public sealed class AzdTests
{
    private static readonly string[] Lines =
        [.. Repository.Read("azure.yaml").Split('\n').Select(line => line.Trim())];

    [Fact]
    public void The_service_is_the_function_app()
    {
        Assert.Contains("publishing:", Lines);
        Assert.True(File.Exists(Path.Combine(Repository.Root, Value("project:"), "Lysekil.Functions.csproj")));
    }

    [Fact]
    public async Task The_package_is_for_Linux_on_x64_and_brings_no_other_platform_s_libraries()
    {
        // As dotnet publish evaluates the project, which is what azd calls.
        var asked = await Command.RunAsync(
            "dotnet",
            [
                "msbuild", Path.Combine(Repository.Root, Value("project:")), "-nologo", "-p:_IsPublishing=true",
                "-getProperty:RuntimeIdentifier",
            ]);

        Assert.Equal("linux-x64", asked.StandardOutput.Trim());
    }

    [Fact]
    public void The_hook_runs_on_every_system()
    {
        const string Run = "run: ";
        var scripts = Lines.Where(line => line.StartsWith(Run, StringComparison.Ordinal))
            .Select(line => line[Run.Length..]);

        Assert.Contains("postprovision:", Lines);
        Assert.Equal(["infra/hooks/postprovision.sh", "infra/hooks/postprovision.ps1"], scripts);
        Assert.All(scripts, script => Assert.True(File.Exists(Path.Combine(Repository.Root, script))));
    }

    private static string Value(string key) =>
        Assert.Single(Lines, line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..].Trim();
}
