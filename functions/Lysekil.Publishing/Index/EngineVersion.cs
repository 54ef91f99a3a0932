using System.Reflection;

namespace Lysekil.Publishing.Index;

/// <summary>The version of the engine that runs. It tells an operator which deployment works on a site.</summary>
public static class EngineVersion
{
    private const int CommitLength = 12;

    /// <summary>A number, and in a build that ships its commit: <c>1.0.0+1a2b3c4d5e6f</c>.</summary>
    public static string Current { get; } = Shorten(
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <param name="version">A version with the whole name of a commit behind <c>+</c>, or without one.</param>
    internal static string Shorten(string version) =>
        version.Split('+', 2) is [var number, { Length: > CommitLength } commit]
            ? $"{number}+{commit[..CommitLength]}"
            : version;
}
