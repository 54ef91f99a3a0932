using System.ComponentModel;
using System.Diagnostics;

namespace Lysekil.Benchmarks.Measuring;

/// <summary>What a whole process took, from its start to its end.</summary>
/// <param name="WallSeconds">By the clock.</param>
/// <param name="CpuSeconds">Of all cores; of the process itself, not of those that it starts.</param>
/// <param name="PeakMegabytes">The most memory that it held at once.</param>
internal sealed record MeasuredProcess(double WallSeconds, double CpuSeconds, double PeakMegabytes)
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(10);

    /// <summary>What it wrote to its standard output.</summary>
    public string Output { get; private init; } = "";

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="command">On the path, or a file.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns><c>null</c> where there is no such command.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it said.</exception>
    public static async Task<MeasuredProcess?> RunAsync(string folder, string command, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
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

    /// <summary>The system forgets both with the process, so they are read until it ends.</summary>
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

            await Task.Delay(_interval);
        }

        return (cpu, peak);
    }
}
