using System.ComponentModel;
using System.Diagnostics;

namespace Lysekil.Local.Azurite;

/// <summary>A program that is run to its end.</summary>
internal static class Command
{
    /// <summary>
    /// Runs a program; ends it, with all that it started, on cancellation. Returns what it printed (both streams).
    /// </summary>
    /// <exception cref="AzuriteException">It is not installed, or it failed.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            var printed = (await output + await error).Trim();
            return process.ExitCode == 0
                ? printed
                : throw new AzuriteException($"{program} failed with exit code {process.ExitCode}:\n{printed}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <exception cref="AzuriteException">It is not installed.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteException($"'{start.FileName}' could not be started: {missing.Message}", missing);
        }
    }
}
