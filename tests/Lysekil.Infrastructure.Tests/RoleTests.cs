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
            .Where(role => role.Who is not ("system topic" or "publishing app" or "publishing package")
                && role.Who is not ("desk app" or "desk package"));

        Assert.Equal([new RoleAssignment("deployer", "Lysekil editor", "container content")], people);
    }

    [Fact]
    public async Task No_role_gives_full_access_to_a_whole_account()
    {
        var wide = RoleAssignment.Of(await Deployment.Full)
            .Where(role => role.Where.EndsWith(" account", StringComparison.Ordinal));

        Assert.Equal(
            [
                new RoleAssignment("backup vault", "Storage Account Backup Contributor", "content account"),
                new RoleAssignment("publishing app", "Lysekil container lister", "runtime account"),
                new RoleAssignment("desk app", "Lysekil container lister", "runtime account"),
            ],
            wide);
    }

    [Fact]
    public async Task The_publishing_app_can_neither_write_nor_delete_a_source()
    {
        var onSources = (await OfAsync("publishing app")).Where(role => role.Where == "container content");

        Assert.Equal("Lysekil source reader", Assert.Single(onSources).Role);
        Assert.Equal(
            ["blobs/read", "blobs/tags/read", "blobs/tags/write"], await OnBlobsAsync("Lysekil source reader"));
    }

    [Fact]
    public async Task The_desk_writes_sources_and_records_and_neither_pages_nor_rows_nor_messages()
    {
        string[] reading = ["Storage Blob Data Reader", "Storage Table Data Reader", "Lysekil container lister"];
        var writing = (await OfAsync("desk app")).Where(role => !reading.Contains(role.Role));

        Assert.Equal(
            [
                "Application Insights", "container azure-webjobs-hosts", "container azure-webjobs-secrets",
                "container content", "container desk",
            ],
            writing.Select(role => role.Where).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_desk_deletes_no_version_of_a_source_and_no_record()
    {
        Assert.Equal(
            ["blobs/add/action", "blobs/delete", "blobs/read", "blobs/tags/read", "blobs/write"],
            await OnBlobsAsync("Lysekil source writer"));
        Assert.Equal(["blobs/add/action", "blobs/read", "blobs/write"], await OnBlobsAsync("Lysekil record keeper"));
    }

    [Fact]
    public async Task What_the_desk_keeps_is_read_by_the_desk_alone() => Assert.Equal(
        ["desk app"],
        RoleAssignment.Of(await Deployment.Full)
            .Where(role => role.Where == "container desk")
            .Select(role => role.Who));

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

        Assert.Equal(5, roles.Count);
        Assert.All(roles, role =>
        {
            Assert.DoesNotContain("*", role.At("permissions").GetRawText(), StringComparison.Ordinal);
            Assert.EndsWith(
                "/resourceGroups/rg-test", Assert.Single(role.Texts("assignableScopes")), StringComparison.Ordinal);
        });
    }

    /// <summary>The identities with which apps read what editors upload.</summary>
    [Fact]
    public async Task No_app_can_overwrite_its_package_by_its_own_identity()
    {
        var onPackages = RoleAssignment.Of(await Deployment.Full)
            .Where(role => role.Where.StartsWith("container deployments", StringComparison.Ordinal));

        Assert.Equal(
            [("publishing package", "container deployments"), ("desk package", "container deployments-desk")],
            onPackages.Select(role => (role.Who, role.Where)));
        Assert.All(
            RoleAssignment.Of(await Deployment.Full)
                .Where(role => role.Who.EndsWith(" package", StringComparison.Ordinal)),
            role => Assert.Contains(role, onPackages));
    }

    private static async Task<IEnumerable<RoleAssignment>> OfAsync(string who) =>
        RoleAssignment.Of(await Deployment.Full).Where(role => role.Who == who);

    private static async Task<IEnumerable<string>> OnBlobsAsync(string role) =>
        (await AllowedAsync(role)).Select(action => action.Replace(
            "Microsoft.Storage/storageAccounts/blobServices/containers/", "", StringComparison.Ordinal));

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
        @"^\| ((?:publishing|desk) (?:app|package)|system topic|backup vault|editors|designers|deployer) "
            + @"\| ([^|]+) \| ([^|]+) \|",
        RegexOptions.Multiline)]
    private static partial Regex Row();
}
