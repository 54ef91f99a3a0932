using CliWrap.Buffered;

namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>A shell that the hook is written for.</summary>
internal sealed record Shell(string Program, string Script)
{
    private static readonly Shell BashShell = new("bash", "postprovision.sh");
    private static readonly Shell PowerShellShell = new("pwsh", "postprovision.ps1");

    /// <summary>
    /// Bash, and PowerShell where this machine has it and can start a script that is called <c>az</c>.
    /// </summary>
    public static IEnumerable<Shell> Here { get; } =
        !OperatingSystem.IsWindows() && IsOnPath(PowerShellShell.Program) ? [BashShell, PowerShellShell] : [BashShell];

    /// <summary>Runs the hook.</summary>
    /// <param name="az">The folder of the <c>az</c> that it finds.</param>
    /// <param name="outputs">What azd hands it of the deployment.</param>
    public Task<BufferedCommandResult> RunAsync(string az, IReadOnlyDictionary<string, string?> outputs) =>
        Command.RunAsync(
            Program,
            [Path.Combine(Repository.Infra, "hooks", Script)],
            new Dictionary<string, string?>(outputs)
            {
                ["PATH"] = az + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
                ["HOOK_PAUSE_SECONDS"] = "0",
            });

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
