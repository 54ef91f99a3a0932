using System.Reflection;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The repository that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("Repository");

    public static string Infra { get; } = Path.Combine(Root, "infra");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The source of a type of the engine, which is alone in a file of its name, in whatever folder.</summary>
    public static string SourceOf(string type) => File.ReadAllText(
        Directory.EnumerateFiles(
            Path.Combine(Root, "functions", "Lysekil.Publishing"), type + ".cs", SearchOption.AllDirectories).Single());

    /// <summary>A value that the project file gives the assembly.</summary>
    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
