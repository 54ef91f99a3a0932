using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests;

/// <summary>What a deployment by a pipeline needs, whose identity is no owner of the subscription.</summary>
public sealed class PipelineTests
{
    private const string Authorization = "Microsoft.Authorization/";

    private static readonly string Section =
        Repository.Read("infra/README.md").Split("\n### From GitHub\n")[1].Split("\n### ")[0]
            .Replace("\\\n", "", StringComparison.Ordinal);

    /// <summary>
    /// Role definitions and locks are an owner's. A pipeline may assign roles, and no other thing of that provider.
    /// </summary>
    [Fact]
    public async Task It_assigns_roles_and_neither_defines_one_nor_sets_a_lock()
    {
        Assert.Equal(
            [Authorization + "roleAssignments"],
            (await Deployment.ByPipeline).Resources.Select(resource => resource.Type).Distinct()
                .Where(type => type.StartsWith(Authorization, StringComparison.Ordinal)));
        Assert.Equal(
            [Authorization + "locks", Authorization + "roleAssignments", Authorization + "roleDefinitions"],
            (await Deployment.Plain).Resources.Select(resource => resource.Type).Distinct()
                .Where(type => type.StartsWith(Authorization, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_makes_all_else_that_an_owner_makes()
    {
        var byOwner = (await Deployment.Plain).Resources.Select(resource => resource.Id);
        var byPipeline = (await Deployment.ByPipeline).Resources.Select(resource => resource.Id).ToList();

        Assert.All(
            byOwner.Except(byPipeline),
            id => Assert.True(
                id.Contains("/roleDefinitions/", StringComparison.Ordinal)
                    || id.Contains("/locks/", StringComparison.Ordinal)
                    || id.Contains("deployer().objectId", StringComparison.Ordinal),
                id));
        Assert.DoesNotContain(
            byPipeline, id => id.Contains("deployer().objectId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_roles_that_it_may_assign_are_those_that_are_assigned()
    {
        var assigned = (await Deployment.Full).Of(Authorization + "roleAssignments")
            .Select(assignment => assignment.Text("roleDefinitionId").Split('/')[^1]).Distinct();
        var output = (await Deployment.Full).Outputs.GetProperty("ASSIGNED_ROLES").GetString()!;

        Assert.Equal(assigned.Order(StringComparer.Ordinal), output.Split(", ").Order(StringComparer.Ordinal));
        Assert.Equal(output, (await Deployment.ByPipeline).Outputs.GetProperty("ASSIGNED_ROLES").GetString());
    }

    /// <summary>No other role of the subscription than these two, and the second under the condition.</summary>
    [Fact]
    public void Its_identity_is_a_contributor_and_assigns_these_roles_alone()
    {
        var roles = Section.Split('\n').Where(line => line.Contains("--role", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, roles.Count);
        Assert.Contains(
            "--role Contributor --scope \"/subscriptions/$subscription\"", roles[0], StringComparison.Ordinal);
        Assert.Contains("--role \"Role Based Access Control Administrator\"", roles[1], StringComparison.Ordinal);
        Assert.Contains("--condition-version 2.0 --condition \"", Section, StringComparison.Ordinal);
        Assert.Contains("roles=$(azd env get-value ASSIGNED_ROLES)", Section, StringComparison.Ordinal);
        Assert.All(
            [("write", "@Request"), ("delete", "@Resource")],
            change => Assert.Contains(
                $"((!(ActionMatches{{'{Authorization}roleAssignments/{change.Item1}'}})) OR "
                    + $"({change.Item2}[{Authorization}roleAssignments:RoleDefinitionId] "
                    + "ForAnyOfAnyValues:GuidEquals {$roles}))",
                Section, StringComparison.Ordinal));
    }
}
