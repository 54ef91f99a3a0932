using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The text of the template: rules that a reviewer would otherwise check.</summary>
public sealed class TemplateTests
{
    public static TheoryData<string> Patterns => new("**/*.bicep", "**/*.bicepparam");

    [Fact]
    public async Task It_builds_without_a_word() => Assert.Equal("", (await Template.BuiltAsync()).StandardError);

    [Fact]
    public async Task No_rule_complains()
    {
        var everything = Path.Combine(Repository.Infra, "**/*.bicep");
        var linted = (await BicepCli.RunAsync("lint", "--pattern", everything)).Succeeded();

        Assert.Equal("", linted.StandardOutput + linted.StandardError);
    }

    [Fact]
    public async Task A_rule_that_complains_would_be_heard()
    {
        using var copy = InfraCopy.Make();
        await File.AppendAllTextAsync(copy.File("modules/roles.bicep"), "\nparam unused string\n");

        var linted = await BicepCli.RunAsync("lint", "--pattern", copy.File("modules/roles.bicep"));

        Assert.NotEqual(0, linted.ExitCode);
        Assert.Contains("no-unused-params", linted.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task It_is_formatted(string pattern)
    {
        using var copy = InfraCopy.Make();

        (await BicepCli.RunAsync("format", "--pattern", copy.File(pattern))).Succeeded();

        Assert.All(
            BicepCli.Files,
            file => Assert.Equal(Repository.Read("infra/" + file), File.ReadAllText(copy.File(file))));
    }

    [Fact]
    public async Task Every_parameter_and_output_is_described() => Assert.Empty(await Template.UndescribedAsync());

    [Fact]
    public async Task Outputs_are_named_as_azd_keeps_them()
    {
        var outputs = (await Deployment.Full).Outputs.EnumerateObject().Select(output => output.Name).ToList();

        Assert.NotEmpty(outputs);
        Assert.All(outputs, name => Assert.Matches("^[A-Z][A-Z0-9_]*$", name));
    }

    [Fact]
    public void No_module_comes_from_a_registry()
    {
        Assert.NotEmpty(BicepCli.Files);
        Assert.All(BicepCli.Files, file =>
            Assert.DoesNotContain("'br", Repository.Read("infra/" + file), StringComparison.Ordinal));
    }
}
