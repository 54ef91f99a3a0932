using System.Text.RegularExpressions;

namespace Lysekil.Infrastructure.Tests.Bicep;

/// <summary>A role assignment, in the words of the table in <c>infra/README.md</c>.</summary>
internal sealed partial record RoleAssignment(string Who, string Role, string Where)
{
    private const string Type = "Microsoft.Authorization/roleAssignments";

    // As Azure documents them ("Azure built-in roles"); not taken from the template, which might have them wrong.
    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1"] = "Storage Account Backup Contributor",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["8a0f0c08-91a1-4084-bc3d-661d67233fed"] = "Storage Queue Data Message Processor",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["76199698-9eea-4c19-bc75-cec21354c6b6"] = "Storage Table Data Reader",
    };

    public static IReadOnlyList<RoleAssignment> Of(Deployment deployment)
    {
        var roles = new Dictionary<string, string>(BuiltIn);
        foreach (var role in deployment.Of("Microsoft.Authorization/roleDefinitions"))
        {
            roles.Add(role.Name, role.Text("roleName").Split(" (")[0]);
        }

        return [.. deployment.Of(Type).Select(assignment => new RoleAssignment(
            Principal(assignment.Text("principalId")),
            roles[assignment.Text("roleDefinitionId").Split('/')[^1]],
            Scope(assignment.Id)))];
    }

    private static string Principal(string id) =>
        id == Deployment.Editors ? "editors"
        : id == Deployment.Designers ? "designers"
        : id == "[deployer().objectId]" ? "deployer"
        : id.Contains("/userAssignedIdentities/id-publishing-", StringComparison.Ordinal) ? "publishing app"
        : id.Contains("/userAssignedIdentities/id-desk-", StringComparison.Ordinal) ? "desk app"
        : id.Contains("/userAssignedIdentities/id-deploy-publishing-", StringComparison.Ordinal) ? "publishing package"
        : id.Contains("/userAssignedIdentities/id-deploy-desk-", StringComparison.Ordinal) ? "desk package"
        : id.Contains("/backupVaults/bvault-", StringComparison.Ordinal) ? "backup vault"
        : id.Contains("/systemTopics/evgt-content-", StringComparison.Ordinal) ? "system topic"
        : id;

    private static string Scope(string id)
    {
        // An id that only Azure can finish begins with the scope, in quotes.
        var scope = id.Split(id[0] == '[' ? "'," : "/providers/" + Type)[0];
        if (scope.Contains("/Microsoft.Insights/components/", StringComparison.Ordinal))
        {
            return "Application Insights";
        }

        return ScopeParts().Match(scope) switch
        {
            { Success: false } => scope,
            { Groups: var parts } when parts["kind"].Success =>
                $"{parts["kind"].Value.TrimEnd('s')} {parts["name"].Value}",
            { Groups: var parts } => $"{parts["account"].Value} account",
        };
    }

    [GeneratedRegex(
        @"/storageAccounts/st(?<account>content|runtime|site)\w{13}"
            + @"(/\w+Services/default/(?<kind>\w+)/(?<name>[\w$-]+))?$")]
    private static partial Regex ScopeParts();
}
