namespace Lysekil.Publishing.Tests.Architecture;

/// <summary>A folder is a layer or a feature: it holds more than one file, and its files have its namespace.</summary>
internal static class FolderRule
{
    /// <summary>What breaks the rule below a folder of projects, one sentence each. Empty if it holds.</summary>
    /// <param name="projects">A folder whose children are projects, each named by its root namespace.</param>
    public static IReadOnlyList<string> Violations(string projects) =>
        [.. LoneFiles(projects), .. MisplacedFiles(projects)];

    private static IEnumerable<string> LoneFiles(string projects) =>
        from folder in SourceFile.SourceFolders(projects)
        let entries = Directory.GetFileSystemEntries(folder)
        where entries is [var only] && Path.GetExtension(only) == ".cs"
        orderby folder
        select $"{SourceFile.RelativePath(projects, entries[0])} is alone in its folder.";

    private static IEnumerable<string> MisplacedFiles(string projects) =>
        from file in SourceFile.AllBelow(projects)
        let expected = Path.GetDirectoryName(file.Path)!.Replace('/', '.').Replace('\\', '.')
        where file.Namespace is not null && file.Namespace != expected
        select $"{file.Path} declares the namespace {file.Namespace}, not {expected}.";
}
