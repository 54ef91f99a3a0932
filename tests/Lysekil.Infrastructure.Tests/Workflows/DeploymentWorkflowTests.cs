using System.Text.RegularExpressions;
using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests.Workflows;

/// <summary>
/// The deployment from GitHub to Azure: only after CI, with the variables of the repository, and without secrets.
/// </summary>
public sealed partial class DeploymentWorkflowTests
{
    /// <summary>The variables without a usable default.</summary>
    private static readonly string[] Required =
    [
        "AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_SUBSCRIPTION_ID", "AZURE_ENV_NAME", "AZURE_LOCATION",
        "BUDGET_START",
    ];

    /// <summary>What a person who deploys is by default, and a pipeline is not.</summary>
    private static readonly string[] NeverOfPipeline = ["DEPLOYER_IS_EDITOR", "DEPLOYER_IS_OWNER"];

    private static readonly Workflow DeployWorkflow = Workflow.Named("deploy.yml");

    private static readonly Dictionary<string, string> Environment = Workflow.Map(
        Assert.Single(DeployWorkflow.Jobs), "env").Children
        .ToDictionary(entry => entry.Key.ToString(), entry => entry.Value.ToString());

    [Fact]
    public void It_waits_for_CI_and_takes_what_that_has_passed()
    {
        var condition = Workflow.Find(Assert.Single(DeployWorkflow.Jobs), "if")!;

        Assert.Equal(["workflow_run", "workflow_dispatch"], DeployWorkflow.Triggers);
        Assert.Contains("workflows: [CI]", DeployWorkflow.Text, StringComparison.Ordinal);
        Assert.Contains("name: CI\n", Workflow.Named("ci.yml").Text, StringComparison.Ordinal);
        Assert.Contains("branches: [main]", DeployWorkflow.Text, StringComparison.Ordinal);
        Assert.Contains("github.event.workflow_run.conclusion == 'success'", condition, StringComparison.Ordinal);
        Assert.Contains("github.event.workflow_run.event == 'push'", condition, StringComparison.Ordinal);
        Assert.Contains("github.ref == 'refs/heads/main'", condition, StringComparison.Ordinal);
        Assert.Contains(
            "ref: ${{ github.event.workflow_run.head_sha || github.sha }}", DeployWorkflow.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_of_the_template_is_handed_on_with_the_default_that_it_has_there()
    {
        Assert.NotEmpty(ParameterFile.Defaults);
        Assert.All(
            ParameterFile.Defaults.Where(setting => !NeverOfPipeline.Contains(setting.Key)), setting =>
                Assert.Equal(Expression(setting.Key, setting.Value), Environment[setting.Key]));
        Assert.All(NeverOfPipeline, name => Assert.Equal(Expression(name, "false"), Environment[name]));
        Assert.Equal(
            ParameterFile.Settings.Union(Required).Order(StringComparer.Ordinal),
            Environment.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_must_be_set_is_asked_for_before_anything_else()
    {
        var first = DeployWorkflow.Scripts[0];

        // Without the client there is no run.
        Assert.Contains("vars.AZURE_CLIENT_ID != ''", DeployWorkflow.Text, StringComparison.Ordinal);
        Assert.All(Required[1..], name => Assert.Contains(name, first, StringComparison.Ordinal));
    }

    [Fact]
    public void It_signs_in_as_the_environment_that_Azure_trusts()
    {
        var readme = Repository.Read("infra/README.md");

        Assert.Equal("production", Workflow.Find(Assert.Single(DeployWorkflow.Jobs), "environment"));
        Assert.Contains("repo:$repository:environment:production", readme, StringComparison.Ordinal);
        Assert.Contains(
            "--federated-credential-provider github",
            Assert.Single(DeployWorkflow.Scripts, s => s.StartsWith("azd auth", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Equal(["azd provision --no-prompt", "azd deploy --no-prompt"], DeployWorkflow.Scripts.TakeLast(2));
    }

    [Fact]
    public void Every_variable_is_in_the_documentation()
    {
        var readme = Repository.Read("infra/README.md");
        var section = readme.Split("\n### From GitHub\n")[1].Split("\n## ")[0];
        var names = Variable().Matches(DeployWorkflow.Text).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.All(Required, name => Assert.Contains(name, section, StringComparison.Ordinal));
        Assert.All(names.Except(Required), name => Assert.Contains($"| `{name}` |", readme, StringComparison.Ordinal));
    }

    private static string Expression(string name, string value) =>
        value == "" || Required.Contains(name) ? $"${{{{ vars.{name} }}}}" : $"${{{{ vars.{name} || '{value}' }}}}";

    [GeneratedRegex(@"vars\.(\w+)")]
    private static partial Regex Variable();
}
