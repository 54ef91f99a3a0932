using System.Text.RegularExpressions;
using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The roles are those of the table in <c>infra/README.md</c>, no more and no fewer.</summary>
public sealed partial class RoleTests
{
    [Fact]
    public async Task Who_may_do_what_where_is_what_the_documentation_says()
    {
        var documented = Row().Matches(Repository.Read("infra/README.md"))
            .Select(row => new RoleAssignment(
                row.Groups[1].Value,
                row.Groups[2].Value,
                row.Groups[3].Value.Replace("`", "", StringComparison.Ordinal)))
            .ToList();

        Assert.NotEmpty(documented);
        Assert.Equal(Sorted(documented), Sorted(RoleAssignment.Of(await Deployment.Full)));
    }

    [Fact]
    public async Task Only_the_deploying_account_is_an_editor_by_default()
    {
        var people = RoleAssignment.Of(await Deployment.Plain)
            .Where(role => role.Who is not ("function app" or "system topic"));

        Assert.Equal([new RoleAssignment("deployer", "Lysekil editor", "container content")], people);
    }

    [Fact]
    public async Task No_role_gives_full_access_to_a_whole_account()
    {
        var wide = RoleAssignment.Of(await Deployment.Full)
            .Where(role => role.Where.EndsWith(" account", StringComparison.Ordinal));

        Assert.Equal([new RoleAssignment("function app", "Lysekil container lister", "content account")], wide);
    }

    [Fact]
    public async Task The_function_app_can_neither_write_nor_delete_a_source()
    {
        const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers/";
        var allowed = await AllowedAsync("Lysekil source reader");

        Assert.Equal(
            ["blobs/read", "blobs/tags/read", "blobs/tags/write"],
            allowed.Select(action => action.Replace(Container, "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_editor_sees_what_became_of_a_file_but_cannot_forge_it()
    {
        var allowed = await AllowedAsync("Lysekil editor");

        Assert.Contains("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read", allowed);
        Assert.DoesNotContain("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/write", allowed);
    }

    [Fact]
    public async Task No_role_of_ours_allows_what_it_does_not_name()
    {
        var roles = (await Deployment.Plain).Of("Microsoft.Authorization/roleDefinitions");

        Assert.Equal(3, roles.Count);
        Assert.All(roles, role =>
        {
            Assert.DoesNotContain("*", role.At("permissions").GetRawText(), StringComparison.Ordinal);
            Assert.EndsWith(
                "/resourceGroups/rg-test", Assert.Single(role.Texts("assignableScopes")), StringComparison.Ordinal);
        });
    }

    private static async Task<List<string>> AllowedAsync(string role) =>
    [
        .. Assert.Single(
                (await Deployment.Plain).Of("Microsoft.Authorization/roleDefinitions"),
                definition => definition.Text("roleName").StartsWith(role + " (", StringComparison.Ordinal))
            .Items("permissions.0.dataActions").Select(action => action.GetString()!),
    ];

    private static IEnumerable<string> Sorted(IEnumerable<RoleAssignment> roles) =>
        roles.Select(role => role.ToString()).Order(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^\| (function app|system topic|editors|deployer) \| ([^|]+) \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
