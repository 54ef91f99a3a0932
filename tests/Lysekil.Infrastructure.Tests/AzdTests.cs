namespace Lysekil.Infrastructure.Tests;

/// <summary>The settings for azd in <c>azure.yaml</c>.</summary>
public sealed class AzdTests
{
    private static readonly string[] Lines =
        [.. Repository.Read("azure.yaml").Split('\n').Select(line => line.Trim())];

    [Theory]
    [InlineData("publishing", "functions/Lysekil.Functions")]
    [InlineData("desk", "functions/Lysekil.Desk.App")]
    public void A_service_is_a_function_app(string service, string project)
    {
        Assert.Equal(
            [$"project: {project}", "language: dotnet", "host: function"],
            Lines.SkipWhile(line => line != $"{service}:").Skip(1).Take(3));
        Assert.True(File.Exists(Path.Combine(Repository.Root, project, Path.GetFileName(project) + ".csproj")));
    }

    [Theory]
    [InlineData("functions/Lysekil.Functions")]
    [InlineData("functions/Lysekil.Desk.App")]
    public async Task The_package_is_for_Linux_on_x64_and_brings_no_other_platform_s_libraries(string project)
    {
        // As dotnet publish evaluates the project, which is what azd calls.
        var asked = await Command.RunAsync(
            "dotnet",
            [
                "msbuild", Path.Combine(Repository.Root, project), "-nologo", "-p:_IsPublishing=true",
                "-getProperty:RuntimeIdentifier",
            ]);

        Assert.Equal("linux-x64", asked.StandardOutput.Trim());
    }

    [Fact]
    public void Each_hook_runs_on_every_system()
    {
        const string Run = "run: ";
        var scripts = Lines.Where(line => line.StartsWith(Run, StringComparison.Ordinal))
            .Select(line => line[Run.Length..]);

        Assert.Contains("postprovision:", Lines);
        Assert.Contains("predown:", Lines);
        Assert.Equal(
            [
                "infra/hooks/postprovision.sh", "infra/hooks/postprovision.ps1", "infra/hooks/predown.sh",
                "infra/hooks/predown.ps1",
            ],
            scripts);
        Assert.All(scripts, script => Assert.True(File.Exists(Path.Combine(Repository.Root, script))));
    }
}
