namespace Lysekil.Publishing.Tests.Architecture;

public sealed class FoldersTests : IDisposable
{
    private readonly string _projects = Directory.CreateTempSubdirectory("lysekil-folders-").FullName;

    public void Dispose() => Directory.Delete(_projects, recursive: true);

    [Fact]
    public void A_source_folder_holds_more_than_one_file_and_its_files_have_its_namespace() =>
        Assert.Empty(FolderRule.Violations(Repository.Functions));

    [Fact]
    public void A_lone_file_and_a_file_of_another_namespace_are_reported()
    {
        Write("Site/Pages/Page.cs", "namespace Site.Pages;");
        Write("Site/Pages/Title.cs", "namespace Site.Feeds;");
        Write("Site/Search/Words.cs", "namespace Site.Search;");
        Write("Site/Theme/Layout.cs", "namespace Site.Theme;");
        Write("Site/Theme/layout.html", "");
        Write("Site/Program.cs", "return 0;");
        Write("Site/obj/Generated.cs", "namespace Generated;");

        Assert.Equal(
        [
            "Site/Search/Words.cs is alone in its folder.",
            "Site/Pages/Title.cs declares the namespace Site.Feeds, not Site.Pages.",
        ], FolderRule.Violations(_projects));
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_projects, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
