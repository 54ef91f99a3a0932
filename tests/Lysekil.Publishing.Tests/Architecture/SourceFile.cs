using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Tests.Architecture;

/// <summary>A C# source file on disk.</summary>
/// <param name="Path">Its path, relative to the folder that was searched, with <c>/</c> between the parts.</param>
/// <param name="Text">Its text.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Null in a file of top-level statements or assembly attributes.</summary>
    public string? Namespace { get; } = NamespaceDeclaration().Match(Text) is { Success: true } declaration
        ? declaration.Groups[1].Value
        : null;

    /// <summary>All source files below a folder but what the build generates.</summary>
    public static IEnumerable<SourceFile> AllBelow(string folder) =>
        SourceFolders(folder).SelectMany(f => Directory.EnumerateFiles(f, "*.cs")).Order(StringComparer.Ordinal)
            .Select(f => new SourceFile(RelativePath(folder, f), File.ReadAllText(f)));

    /// <summary>A folder and all folders below it but those that the build writes.</summary>
    public static IEnumerable<string> SourceFolders(string folder) =>
        Directory.EnumerateDirectories(folder).Where(d => System.IO.Path.GetFileName(d) is not ("bin" or "obj"))
            .SelectMany(SourceFolders).Prepend(folder);

    public static string RelativePath(string folder, string path) =>
        System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/');

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();
}
