using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests;

/// <summary>What <c>infra/README.md</c> says about settings and outputs.</summary>
public sealed class DocumentationTests
{
    private static readonly string Readme = Repository.Read("infra/README.md");

    [Fact]
    public void Every_setting_of_an_environment_is_explained()
    {
        Assert.NotEmpty(ParameterFile.Settings);
        Assert.All(
            ParameterFile.Settings,
            setting => Assert.Contains($"| `{setting}` |", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_output_is_explained()
    {
        var table = Readme.Split("| output | what it is |")[1].Split("\n\n")[0];
        var outputs = (await Deployment.Plain).Outputs.EnumerateObject().Select(output => output.Name).ToList();

        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.Contains($"`{output}`", table, StringComparison.Ordinal));
    }
}
