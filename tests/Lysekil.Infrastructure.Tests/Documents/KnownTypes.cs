using System.Reflection;
using Lysekil.Convergence;
using Lysekil.Publishing.Engine;
using Lysekil.Simulation;

namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary>The types that documents may name.</summary>
internal static class KnownTypes
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>Those of the engine, its ports, the function app and the local runner; nested ones too.</summary>
    public static ILookup<string, Type> OfTheProduct { get; } = TypesOf(
        typeof(PublishingEngine).Assembly,
        Assembly.Load("Lysekil.Azure"),
        Assembly.Load("Lysekil.Functions"),
        Assembly.Load("Lysekil.Local"));

    private static readonly ILookup<string, Type> OfTheSimulation =
        TypesOf(typeof(SimulatedStorage).Assembly, typeof(HistoryBatch).Assembly);

    private static readonly HashSet<string> FilesOfTests =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)!),
    ];

    /// <summary>Whether a name is that of a type of ours: of the product, the simulation or a test.</summary>
    public static bool Contain(string name) =>
        OfTheProduct.Contains(name) || OfTheSimulation.Contains(name) || FilesOfTests.Contains(name);

    /// <summary>Whether a type of the product has a member.</summary>
    public static bool HaveMember(string type, string member) =>
        OfTheProduct[type].Any(t => t.GetMember(member, Declared).Length > 0);

    private static ILookup<string, Type> TypesOf(params Assembly[] assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes())
            .ToLookup(type => type.Name.Split('`')[0], StringComparer.Ordinal);
}
