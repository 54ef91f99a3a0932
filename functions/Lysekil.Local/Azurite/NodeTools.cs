using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace Lysekil.Local.Azurite;

/// <summary>Node and npm, which the developer has installed.</summary>
internal static class NodeTools
{
    public const string Node = "node";

    // The oldest version that Azurite was tried with; its package asks for 22.
    private const int OldestNode = 20;

    // The first version that reads a lock file (of version 3) without addresses.
    private const int OldestNpm = 9;

    /// <summary>npm is a script: Windows needs its full name.</summary>
    public static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>Checks that Node and npm run, and are new enough.</summary>
    /// <exception cref="AzuriteException">One is missing or too old.</exception>
    public static async Task CheckAsync(CancellationToken cancellation)
    {
        await CheckAsync(Node, OldestNode, cancellation);
        await CheckAsync(Npm, OldestNpm, cancellation);
    }

    /// <summary>
    /// Runs a program and returns what it printed to both streams. Cancellation ends the program and its child
    /// processes.
    /// </summary>
    /// <exception cref="AzuriteException">It is not installed, or it failed.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        BufferedCommandResult run;
        try
        {
            run = await Cli.Wrap(program)
                .WithArguments(arguments)
                .WithWorkingDirectory(folder)
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellation);
        }
        catch (Win32Exception missing)
        {
            throw NotStarted(program, missing);
        }

        var printed = (run.StandardOutput + run.StandardError).Trim();
        return run.IsSuccess
            ? printed
            : throw new AzuriteException($"{program} failed with exit code {run.ExitCode}:\n{printed}");
    }

    /// <summary>The exception for a program that does not run: what to install.</summary>
    public static AzuriteException NotStarted(string program, Exception missing) => new(
        $"Azurite, the local storage, needs Node.js {OldestNode} or later with npm; '{program}' does not run. "
        + "Install Node.js from https://nodejs.org/ and see that it is on the PATH.",
        missing);

    /// <summary>The major version in <c>v20.20.2</c> or <c>11.19.1</c>; 0 if there is none.</summary>
    private static int MajorVersion(string printed)
    {
        var line = printed.Split('\n').Select(line => line.Trim().TrimStart('v')).FirstOrDefault(
            line => line.Length > 0 && char.IsAsciiDigit(line[0]));
        return int.TryParse(line?.Split('.')[0], out var major) ? major : 0;
    }

    private static async Task CheckAsync(string program, int oldest, CancellationToken cancellation)
    {
        string printed;
        try
        {
            printed = await RunAsync(program, ["--version"], Path.GetTempPath(), cancellation);
        }
        catch (AzuriteException missing)
        {
            throw NotStarted(program, missing);
        }

        if (MajorVersion(printed) < oldest)
        {
            throw new AzuriteException(
                $"Azurite, the local storage, needs {program} {oldest} or later; this is {printed}. "
                + "Install a newer Node.js from https://nodejs.org/.");
        }
    }
}
