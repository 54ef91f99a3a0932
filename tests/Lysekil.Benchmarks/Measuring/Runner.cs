using Lysekil.Local.Azurite;

namespace Lysekil.Benchmarks.Measuring;

/// <summary>The local runner, as a program of its own.</summary>
internal static class Runner
{
    /// <summary>Run it with <c>dotnet</c>.</summary>
    public static string Assembly => typeof(AzuriteProcess).Assembly.Location;

    public const string Project = "functions/Lysekil.Local";
}
