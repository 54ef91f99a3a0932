using System.Diagnostics;
using Azure.Storage.Blobs;

namespace Lysekil.Benchmarks.Start;

/// <summary>The figures of one start of the runner.</summary>
/// <param name="Seconds">The time from the start of the process until an article in its folder is live.</param>
/// <param name="CpuSeconds">Processor time on all cores in that time.</param>
/// <param name="PeakMegabytes">Peak memory in that time.</param>
internal sealed record RunnerStart(double Seconds, double CpuSeconds, double PeakMegabytes)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="assembly">The assembly of the runner.</param>
    /// <param name="connection">The storage, already there.</param>
    /// <param name="content">The folder with the articles.</param>
    /// <param name="page">The page to wait for.</param>
    public static async Task<RunnerStart> DoAsync(string assembly, string connection, string content, BlobClient page)
    {
        var start = new ProcessStartInfo("dotnet",
            [assembly, "--storage", connection, "--content", content, "--port", "0"])
        { RedirectStandardOutput = true };
        var began = Stopwatch.GetTimestamp();
        using var runner = Process.Start(start)!;
        var output = runner.StandardOutput.ReadToEndAsync();
        try
        {
            while (!await page.ExistsAsync())
            {
                if (runner.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                {
                    runner.Kill();
                    throw new InvalidOperationException("The article is not live: " + await output);
                }

                await Task.Delay(Interval);
            }

            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            runner.Refresh();
            return new RunnerStart(seconds, runner.TotalProcessorTime.TotalSeconds, runner.PeakWorkingSet64 / 1e6);
        }
        finally
        {
            runner.Kill();
            await runner.WaitForExitAsync();
        }
    }
}
