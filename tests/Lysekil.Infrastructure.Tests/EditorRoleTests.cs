using Lysekil.Infrastructure.Tests.Bicep;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Infrastructure.Tests;

/// <summary>Editors write articles, pages and files; the theme and the settings are for designers.</summary>
public sealed class EditorRoleTests
{
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
    private const string Path = $"@Resource[{Blobs}:path]";

    [Fact]
    public async Task Editors_change_neither_theme_nor_settings()
    {
        var assignment = await OfAsync(Deployment.Editors);
        var condition = assignment.Text("condition").Replace('\n', ' ').Trim();

        Assert.Equal("2.0", assignment.Text("conditionVersion"));
        Assert.Equal(
            $"(({string.Join(" AND ", (await ChangesAsync()).Select(action => $"!(ActionMatches{{'{action}'}})"))}) "
                + $"OR ({Path} StringNotLike 'tema/*' AND {Path} StringNotEquals 'site.yaml'))",
            condition);
    }

    /// <summary>Which files these are, the engine says.</summary>
    [Theory]
    [InlineData("site.yaml", SourceKind.Settings)]
    [InlineData("tema/layout.liquid", SourceKind.Theme)]
    [InlineData("tema/egen/stil.css", SourceKind.Theme)]
    public void The_condition_names_what_the_engine_takes_for_settings_and_theme(string path, SourceKind kind) =>
        Assert.Equal(kind, new SourcePath(path).Kind);

    [Theory]
    [InlineData("Site.yaml")]
    [InlineData("artiklar/site.yaml")]
    [InlineData("Tema/layout.liquid")]
    [InlineData("tema")]
    [InlineData("artiklar/tema/layout.liquid")]
    public void No_other_name_passes_for_them(string path) =>
        Assert.False(new SourcePath(path).Kind is SourceKind.Settings or SourceKind.Theme);

    [Fact]
    public async Task Designers_and_the_first_upload_change_both()
    {
        Assert.Equal(
            [("designers", false), ("editors", true), ("deployer", false)],
            (await Deployment.Full).Of("Microsoft.Authorization/roleAssignments")
                .Zip(RoleAssignment.Of(await Deployment.Full))
                .Where(pair => pair.Second.Role == "Lysekil editor")
                .Select(pair => (pair.Second.Who, pair.First.Properties.TryGetProperty("condition", out _)))
                .OrderByDescending(pair => pair.Who == "designers").ThenByDescending(pair => pair.Who == "editors"));
    }

    private static async Task<Resource> OfAsync(string principal) => Assert.Single(
        (await Deployment.Full).Of("Microsoft.Authorization/roleAssignments"),
        assignment => assignment.Text("principalId") == principal);

    /// <summary>What the role allows that is no reading.</summary>
    private static async Task<IEnumerable<string>> ChangesAsync() => Assert.Single(
            (await Deployment.Full).Of("Microsoft.Authorization/roleDefinitions"),
            role => role.Text("roleName").StartsWith("Lysekil editor (", StringComparison.Ordinal))
        .Items("permissions.0.dataActions").Select(action => action.GetString()!)
        .Where(action => !action.EndsWith("/read", StringComparison.Ordinal))
        .OrderByDescending(action => action.EndsWith("/write", StringComparison.Ordinal))
        .ThenBy(action => action, StringComparer.Ordinal);
}
