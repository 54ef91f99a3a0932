using CliWrap.Buffered;

namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>A shell that the hooks are written for.</summary>
internal sealed record Shell(string Program, string Extension)
{
    private static readonly Shell BashShell = new("bash", ".sh");
    private static readonly Shell PowerShellShell = new("pwsh", ".ps1");

    /// <summary>
    /// Bash, and PowerShell where this machine has it and can start a script that is called <c>az</c>.
    /// </summary>
    public static IEnumerable<Shell> Here { get; } =
        !OperatingSystem.IsWindows() && IsOnPath(PowerShellShell.Program) ? [BashShell, PowerShellShell] : [BashShell];

    /// <summary>Runs a hook.</summary>
    /// <param name="hook">Its name, such as <c>predown</c>.</param>
    /// <param name="az">The folder of the <c>az</c> that it finds.</param>
    /// <param name="environment">What azd hands it of the environment.</param>
    public Task<BufferedCommandResult> RunAsync(
        string hook, string az, IReadOnlyDictionary<string, string?> environment) =>
        Command.RunAsync(
            Program,
            [Path.Combine(Repository.Infra, "hooks", hook + Extension)],
            new Dictionary<string, string?>(environment)
            {
                ["PATH"] = az + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
                ["HOOK_PAUSE_SECONDS"] = "0",
            });

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
