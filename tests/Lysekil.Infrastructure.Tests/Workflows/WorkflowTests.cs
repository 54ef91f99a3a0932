using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Lysekil.Infrastructure.Tests.Workflows;

/// <summary>The workflows and their permissions.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Names => new(Workflow.All.Select(workflow => workflow.Name));

    [Fact]
    public void There_are_two() =>
        Assert.Equal(["ci.yml", "deploy.yml"], Workflow.All.Select(workflow => workflow.Name));

    /// <summary>
    /// A tag can be moved to other code, a commit cannot; the comment tells people, and tools that update it, what it
    /// is.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Each_action_is_pinned_to_a_commit_and_says_which_version_that_is(string name)
    {
        var uses = Workflow.Named(name).Text.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(@"^\s+(- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line));
    }

    [Fact]
    public void An_action_has_one_version_everywhere()
    {
        var pins = Workflow.All.SelectMany(workflow => Pin().Matches(workflow.Text))
            .ToLookup(pin => pin.Groups[1].Value, pin => pin.Groups[2].Value);

        Assert.All(pins, action => Assert.Single(action.Distinct()));
    }

    [Theory]
    [InlineData("ci.yml", "contents: read")]
    [InlineData("deploy.yml", "contents: read", "id-token: write")]
    public void It_may_do_this_and_no_more(string name, params string[] permissions)
    {
        var workflow = Workflow.Named(name);

        Assert.Equal(permissions, workflow.Permissions);
        Assert.All(workflow.Jobs, job => Assert.False(job.Children.ContainsKey("permissions")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void There_is_no_secret(string name) =>
        Assert.DoesNotMatch(
            @"\bsecrets\b|GITHUB_TOKEN|github\.token|password|client-secret|creds:", Workflow.Named(name).Text);

    /// <summary>Text of others, such as the name of a branch, would become part of the script.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void No_script_has_an_expression_in_it(string name)
    {
        var scripts = Workflow.Named(name).Scripts;

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_checkout_leaves_no_credentials_behind(string name)
    {
        var checkouts = Workflow.Named(name).Steps
            .Where(
                step => Workflow.Find(step, "uses")?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true)
                .ToList();

        Assert.NotEmpty(checkouts);
        Assert.All(
            checkouts, step => Assert.Equal("false", Workflow.Find(Workflow.Map(step, "with"), "persist-credentials")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_ends_and_does_not_run_beside_itself(string name)
    {
        var workflow = Workflow.Named(name);

        Assert.True(workflow.Has("concurrency"));
        Assert.All(
            workflow.Jobs, job => Assert.InRange(int.Parse(Workflow.Find(job, "timeout-minutes")!, null), 1, 120));
        Assert.All(workflow.Jobs, job => Assert.Matches(@"^ubuntu-\d\d\.\d\d$", Workflow.Find(job, "runs-on")!));
    }

    [Fact]
    public void Every_change_is_checked_as_on_any_other_machine()
    {
        var ci = Workflow.Named("ci.yml");

        Assert.Equal(["push", "pull_request"], ci.Triggers);
        Assert.Contains(".ci/run", ci.Scripts);
        Assert.Contains("path: tests/browser/reports/", ci.Text, StringComparison.Ordinal);
        Assert.Contains(
            "'../reports'", Repository.Read("tests/browser/speed/lighthouse.test.js"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_run_uses_the_SDK_of_the_repository() => Assert.All(Workflow.All, workflow => Assert.Equal(
        ["global.json"], workflow.Steps.Select(step => step.Children.TryGetValue("with", out var with)
            ? Workflow.Find((YamlMappingNode)with, "global-json-file") : null).OfType<string>()));

    [GeneratedRegex(@"uses: (\S+)@([0-9a-f]+)")]
    private static partial Regex Pin();
}
