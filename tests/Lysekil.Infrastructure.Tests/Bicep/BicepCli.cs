using CliWrap.Buffered;

namespace Lysekil.Infrastructure.Tests.Bicep;

/// <summary>The Bicep CLI from the restored packages.</summary>
internal static class BicepCli
{
    private static readonly string Executable = Path.Combine(
        Repository.Metadata("BicepTools"), OperatingSystem.IsWindows() ? "bicep.exe" : "bicep");

    /// <summary>Every Bicep file of the deployment, as a path below <c>infra/</c>.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Repository.Infra, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .Select(file => Path.GetRelativePath(Repository.Infra, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    public static Task<BufferedCommandResult> RunAsync(
        IReadOnlyDictionary<string, string?>? environment, params string[] arguments) =>
        Command.RunAsync(Executable, arguments, environment);
}
