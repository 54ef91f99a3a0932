using System.Diagnostics;
using Azure.Storage.Blobs;

namespace Lysekil.Benchmarks.Start;

/// <summary>One start of the runner.</summary>
/// <param name="Seconds">From the start of the process until an article that waits in its folder is live.</param>
/// <param name="CpuSeconds">Of all cores, until then.</param>
/// <param name="PeakMegabytes">The most memory that it had held until then.</param>
internal sealed record RunnerStart(double Seconds, double CpuSeconds, double PeakMegabytes)
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    /// <param name="assembly">The runner.</param>
    /// <param name="connection">The storage, already there.</param>
    /// <param name="content">The folder with the articles.</param>
    /// <param name="page">The page to wait for.</param>
    public static async Task<RunnerStart> DoAsync(string assembly, string connection, string content, BlobClient page)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, "--storage", connection, "--content", content, "--port", "0"]) { RedirectStandardOutput = true };
        var began = Stopwatch.GetTimestamp();
        using var runner = Process.Start(start)!;
        var output = runner.StandardOutput.ReadToEndAsync();
        try
        {
            while (!await page.ExistsAsync())
            {
                if (runner.HasExited || Stopwatch.GetElapsedTime(began) > _patience)
                {
                    runner.Kill();
                    throw new InvalidOperationException("The article is not live: " + await output);
                }

                await Task.Delay(_interval);
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
