using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Lysekil.Publishing.Tests.Architecture;

/// <summary>Finds the references between the namespaces at or below one root namespace.</summary>
internal static partial class References
{
    /// <summary>
    /// References in the compiled code, type by type, and those in the <c>using</c> directives of the sources. The
    /// compiled code lacks uses of constants and crefs. The build refuses a directive that nothing needs (IDE0005).
    /// </summary>
    /// <param name="assembly">The compiled code.</param>
    /// <param name="folder">The folder of <paramref name="root"/>'s sources.</param>
    /// <param name="root">References out of this namespace are left out.</param>
    public static IReadOnlyList<Reference> Within(Assembly assembly, string folder, string root) =>
        [.. InCode(assembly, root).Concat(InSources(folder)).Where(r =>
            IsWithin(root, r.FromNamespace) && IsWithin(root, r.ToNamespace) && r.FromNamespace != r.ToNamespace)
            .Distinct()];

    private static IEnumerable<Reference> InCode(Assembly assembly, string root) =>
        from type in new ArchLoader().LoadNamespacesWithinAssembly(assembly, root).Build().Types
        where type.Namespace is not null
        from dependency in type.Dependencies
        from target in TypesIn(dependency.TargetGenericArguments).Prepend(dependency.Target)
            // A type parameter is no reference; the loader gives all of one name the namespace of the first.
        where target is not GenericParameter && target.Namespace is not null
        select new Reference(type.FullName, type.Namespace.FullName, target.FullName, target.Namespace.FullName);

    private static IEnumerable<IType> TypesIn(IEnumerable<GenericArgument> arguments) =>
        arguments.SelectMany(a => TypesIn(a.GenericArguments).Prepend(a.Type));

    private static IEnumerable<Reference> InSources(string folder) =>
        from file in SourceFile.AllBelow(folder)
        let origin = file.Namespace
        where origin is not null
        from Match used in UsingDirective().Matches(file.Text)
        select new Reference(file.Path, origin, used.Groups[1].Value, used.Groups[1].Value);

    private static bool IsWithin(string root, string name) =>
        name == root || name.StartsWith(root + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"^using (?:\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();
}
