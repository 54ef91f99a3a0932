using System.Runtime.InteropServices;
using Lysekil.Benchmarks.Measuring;

namespace Lysekil.Benchmarks.Start;

/// <summary>
/// The output of <c>dotnet publish</c> of the runner, in a temporary folder outside the repository.
/// </summary>
/// <param name="Name">The kind of output.</param>
/// <param name="Assembly">The assembly to run with <c>dotnet</c>.</param>
/// <param name="Megabytes">The size of all files.</param>
internal sealed record PublishedRunner(string Name, string Assembly, double Megabytes)
{
    /// <param name="folder">The folder for the output and the intermediate files.</param>
    /// <param name="isReadyToRun">True to compile ahead of time.</param>
    public static async Task<PublishedRunner> PublishAsync(string folder, bool isReadyToRun)
    {
        var name = isReadyToRun ? "ReadyToRun" : "framework-dependent";
        var target = Path.Combine(folder, name);
        await MeasuredProcess.RunAsync(
            Repository(),
            "dotnet",
            "publish", Runner.Project, "--configuration", "Release", "--output", target, "--artifacts-path",
                Path.Combine(folder, "artifacts"),
            "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
                $"-p:PublishReadyToRun={isReadyToRun}", "-m:1");
        var bytes = Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
        return new PublishedRunner(name, Path.Combine(target, Path.GetFileName(Runner.Assembly)), bytes / 1e6);
    }

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(at.FullName, Runner.Project)))
        {
            at = at.Parent
                ?? throw new InvalidOperationException($"Run this in the repository: {Runner.Project} is not there.");
        }

        return at.FullName;
    }
}
