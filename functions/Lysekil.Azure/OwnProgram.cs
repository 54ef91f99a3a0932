using System.Reflection;

namespace Lysekil.Azure;

/// <summary>How a program starts itself again: by its own executable, or by <c>dotnet</c> and its assembly.</summary>
/// <param name="Path">The program to start.</param>
/// <param name="Before">Its arguments before all others.</param>
public sealed record OwnProgram(string Path, IReadOnlyList<string> Before)
{
    /// <summary>The program of this process.</summary>
    /// <param name="assembly">The assembly of its entry point.</param>
    public static OwnProgram Of(Assembly assembly) => Of(assembly, Environment.ProcessPath);

    /// <inheritdoc cref="Of(Assembly)"/>
    /// <param name="assembly">The assembly of its entry point.</param>
    /// <param name="process">The executable of this process; <c>null</c> if it is not known.</param>
    public static OwnProgram Of(Assembly assembly, string? process)
    {
        // Only Windows has an extension: elsewhere a name such as Lysekil.Local is whole.
        var name = assembly.GetName().Name!;
        return System.IO.Path.GetFileName(process) is { } file && (file == name || file == name + ".exe")
            ? new OwnProgram(process!, [])
            : new OwnProgram(process ?? "dotnet", [assembly.Location]);
    }
}
