using Lysekil.Local.Azurite;

namespace Lysekil.Benchmarks.Measuring;

/// <summary>The local runner as a child process.</summary>
internal static class Runner
{
    /// <summary>The assembly to run with <c>dotnet</c>.</summary>
    public static string Assembly => typeof(AzuriteProcess).Assembly.Location;

    public const string Project = "functions/Lysekil.Local";
}
