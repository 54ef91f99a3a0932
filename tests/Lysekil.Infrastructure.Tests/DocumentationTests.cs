using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests;

/// <summary>What <c>infra/README.md</c> says about settings.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Every_setting_of_an_environment_is_explained()
    {
        var readme = Repository.Read("infra/README.md");

        Assert.NotEmpty(ParameterFile.Settings);
        Assert.All(
            ParameterFile.Settings,
            setting => Assert.Contains($"| `{setting}` |", readme, StringComparison.Ordinal));
    }
}
