using System.Runtime.InteropServices;
using Lysekil.Benchmarks.Measuring;

namespace Lysekil.Benchmarks.Start;

/// <summary>The runner as <c>dotnet publish</c> makes it, in a temporary folder; the repository stays as it is.</summary>
/// <param name="Name">What kind it is.</param>
/// <param name="Assembly">Run it with <c>dotnet</c>.</param>
/// <param name="Megabytes">Of all its files.</param>
internal sealed record PublishedRunner(string Name, string Assembly, double Megabytes)
{
    /// <param name="folder">Gets it, and what is made on the way.</param>
    /// <param name="isReadyToRun">Compiled ahead of time.</param>
    public static async Task<PublishedRunner> PublishAsync(string folder, bool isReadyToRun)
    {
        var name = isReadyToRun ? "ReadyToRun" : "framework-dependent";
        var target = Path.Combine(folder, name);
        await MeasuredProcess.RunAsync(
            Repository(),
            "dotnet",
            "publish", Runner.Project, "--configuration", "Release", "--output", target, "--artifacts-path", Path.Combine(folder, "artifacts"),
            "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", $"-p:PublishReadyToRun={isReadyToRun}", "-m:1");
        var bytes = Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
        return new PublishedRunner(name, Path.Combine(target, Path.GetFileName(Runner.Assembly)), bytes / 1e6);
    }

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(at.FullName, Runner.Project)))
        {
            at = at.Parent ?? throw new InvalidOperationException($"Run this in the repository: {Runner.Project} is not there.");
        }

        return at.FullName;
    }
}
