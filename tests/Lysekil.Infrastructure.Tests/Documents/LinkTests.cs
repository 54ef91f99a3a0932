namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary>What the documents refer to is there.</summary>
public sealed class LinkTests
{
    private static readonly string[] Folders = ["docs/", "functions/", "tests/", "infra/", ".ci/", ".github/"];

    public static TheoryData<string> Paths => [.. Document.All.Select(document => document.Path)];

    [Fact]
    public void The_documents_of_the_repository_are_found() => Assert.Superset(
        new HashSet<string>
        {
            "README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md", "docs/protocol.md",
            "docs/data-model.md", "docs/glossary.md", "infra/README.md",
        },
        Document.All.Select(document => document.Path).ToHashSet());

    [Theory]
    [MemberData(nameof(Paths))]
    public void Relative_links_lead_to_files_and_headings(string path)
    {
        var document = Document.Named(path);
        foreach (var link in document.Links.Where(link => !link.Contains(':', StringComparison.Ordinal)))
        {
            var (file, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var target = file.Length == 0 ? path : Resolved(path, file);
            Assert.True(Exists(target), $"{path} links to {link}, and there is no {target}");
            if (anchor is not null)
            {
                Assert.Contains(anchor, Document.Named(target).Anchors);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Files_and_folders_that_are_named_exist(string path) => Assert.All(
        Document.Named(path).CodeSpans.Where(IsPath), named => Assert.True(Exists(named), $"{path} names {named}"));

    [Fact]
    public void The_list_of_decisions_names_each_of_them()
    {
        var files = Document.All.Select(document => document.Path)
            .Where(path => path.StartsWith("docs/decisions/0", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.Equal(files, Document.Named("docs/decisions/README.md").Links.Select(link => "docs/decisions/" + link));
        Assert.All(files, file => Assert.All(
            new[] { "**Context.**", "**Decision.**", "**Consequences.**" },
            part => Assert.Contains(part, Repository.Read(file), StringComparison.Ordinal)));
    }

    private static bool IsPath(string span) =>
        Folders.Any(f => span.StartsWith(f, StringComparison.Ordinal)) && span.IndexOfAny([' ', '<', '*']) < 0;

    private static string Resolved(string from, string link)
    {
        var target = Path.Combine(Repository.Root, Path.GetDirectoryName(from)!, link);
        return Path.GetRelativePath(Repository.Root, target).Replace('\\', '/');
    }

    private static bool Exists(string path) => Path.Exists(Path.Combine(Repository.Root, path));
}
