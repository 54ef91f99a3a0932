using System.Reflection;

namespace Lysekil.Publishing.Tests.Architecture;

/// <summary>The working tree that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    public static string Functions { get; } = Path.Combine(Root, "functions");

    public static string Tests { get; } = Path.Combine(Root, "tests");
}
