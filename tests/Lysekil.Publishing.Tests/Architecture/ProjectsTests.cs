using System.Xml.Linq;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Architecture;

public class ProjectsTests
{
    /// <summary>What each project of the product refers to: nothing refers to the two hosts.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Lysekil.Publishing"] = [],
        ["Lysekil.Azure"] = ["Lysekil.Publishing"],
        ["Lysekil.Desk"] = ["Lysekil.Azure", "Lysekil.Publishing"],
        ["Lysekil.Desk.App"] = ["Lysekil.Azure", "Lysekil.Desk", "Lysekil.Publishing"],
        ["Lysekil.Functions"] = ["Lysekil.Azure", "Lysekil.Publishing"],
        ["Lysekil.Local"] = ["Lysekil.Azure", "Lysekil.Desk", "Lysekil.Publishing"],
    };

    [Fact]
    public void The_hosts_refer_to_the_Azure_ports_and_the_engine_the_ports_to_the_engine_and_the_engine_to_no_project()
    {
        var projects = Directory.EnumerateFiles(Repository.Functions, "*.csproj", SearchOption.AllDirectories)
            .Where(p => !SourceFile.RelativePath(Repository.Functions, p).Contains("/obj/"))
            .ToDictionary(p => Path.GetFileNameWithoutExtension(p), p => Included(p, "ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).Order(StringComparer.Ordinal));

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Keys.Order(StringComparer.Ordinal));
        Assert.All(projects, p => Assert.Equal(Allowed[p.Key], p.Value));
    }

    [Fact]
    public void The_engine_refers_to_no_Azure_package()
    {
        var packages = Included(
            Path.Combine(Repository.Functions, "Lysekil.Publishing", "Lysekil.Publishing.csproj"), "PackageReference");
        var assemblies = typeof(ITable).Assembly.GetReferencedAssemblies().Select(a => a.Name!);

        Assert.Contains("Markdig", packages);
        Assert.DoesNotContain(
            packages.Concat(assemblies), n => n.Contains("Azure", StringComparison.OrdinalIgnoreCase));
    }

    private static IReadOnlyList<string> Included(string project, string item) =>
        [.. XDocument.Load(project).Descendants(item).Select(i => i.Attribute("Include")?.Value).OfType<string>()];
}
