using System.ComponentModel;
using System.Diagnostics;

namespace Lysekil.Benchmarks.Measuring;

/// <summary>The resources that a process used from its start to its end.</summary>
/// <param name="WallSeconds">Elapsed time.</param>
/// <param name="CpuSeconds">Processor time on all cores, without that of child processes.</param>
/// <param name="PeakMegabytes">Peak memory.</param>
internal sealed record MeasuredProcess(double WallSeconds, double CpuSeconds, double PeakMegabytes)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <summary>The standard output of the process.</summary>
    public string Output { get; private init; } = "";

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="command">A file, or a name on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns><c>null</c> if there is no such command.</returns>
    /// <exception cref="InvalidOperationException">The command failed; the message holds its output.</exception>
    public static async Task<MeasuredProcess?> RunAsync(
        string folder, string command, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true, // Open until the process ends, as a terminal is.
        };
        var began = Stopwatch.GetTimestamp();
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var watching = WatchAsync(process);
        await process.WaitForExitAsync();
        var wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (cpu, peak) = await watching;
        return process.ExitCode == 0
            ? new MeasuredProcess(wall, cpu, peak) { Output = await output }
            : throw new InvalidOperationException($"{command} failed: {await output}{await errors}");
    }

    /// <summary>Reads both until the process ends, since the system forgets them then.</summary>
    private static async Task<(double CpuSeconds, double PeakMegabytes)> WatchAsync(Process process)
    {
        var (cpu, peak) = (0.0, 0.0);
        while (!process.HasExited)
        {
            process.Refresh();
            try
            {
                (cpu, peak) = (process.TotalProcessorTime.TotalSeconds, Math.Max(peak, process.PeakWorkingSet64 / 1e6));
            }
            catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
            {
                break;
            }

            await Task.Delay(Interval);
        }

        return (cpu, peak);
    }
}
