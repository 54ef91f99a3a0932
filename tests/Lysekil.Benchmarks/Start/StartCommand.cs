using System.CommandLine;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Output;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Start;

/// <summary>
/// Measures the time from the start of the runner until its first article is live, with and without ReadyToRun.
/// </summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var times = new Option<int>("--times")
        { Description = "How often each starts; the medians are shown.", DefaultValueFactory = _ => 7 };
        var json = Report.JsonOption();
        var command = new Command("start", "From the start of the runner until its first article is live.")
        {
            times, json,
        };
        command.SetAction(async parsed =>
        {
            using var folder = new TemporaryFolder();
            var runners = new[]
            {
                await PublishedRunner.PublishAsync(folder.Path, isReadyToRun: false),
                    await PublishedRunner.PublishAsync(folder.Path, isReadyToRun: true),
            };
            var figures = await MeasureAsync(runners, parsed.GetValue(times));
            Report.Write(
                ["runner", "MB of files", "s", "CPU s", "MB of memory"],
                figures.Select(f => new object?[]
                    { f.Runner, f.Megabytes, f.Start.Seconds, f.Start.CpuSeconds, f.Start.PeakMegabytes }));
            Report.WriteJson(parsed.GetValue(json), figures);
        });
        return command;
    }

    /// <summary>Measures in turns, so that other work of the machine disturbs both alike.</summary>
    private static async Task<List<Figures>> MeasureAsync(PublishedRunner[] runners, int times)
    {
        await using var site = await AzuriteSite.StartAsync();
        using var content = new TemporaryFolder();
        var starts = runners.ToDictionary(r => r, _ => new List<RunnerStart>());
        for (var number = 0; number < (times + 1) * runners.Length; number++)
        {
            var runner = runners[number % runners.Length];
            var name = $"2026-05-31-artikel-{number}";
            Directory.CreateDirectory(Path.Combine(content.Path, "artiklar"));
            await File.WriteAllTextAsync(Path.Combine(content.Path, "artiklar", name + ".md"), Articles.Text(number));
            var page = site.Clients.SiteBlobs.GetBlobContainerClient(StorageNames.Web)
                .GetBlobClient($"2026/05/{name[11..]}/index.html");
            var start = await RunnerStart.DoAsync(runner.Assembly, site.ConnectionString, content.Path, page);
            // The first start reads the files from disk and builds the standard pages, so it is not counted.
            if (number >= runners.Length)
            {
                starts[runner].Add(start);
            }
        }

        return
        [
            .. starts.Select(s => new Figures(s.Key.Name, s.Key.Megabytes, new RunnerStart(
                s.Value.Median(r => r.Seconds), s.Value.Median(
                    r => r.CpuSeconds), s.Value.Median(r => r.PeakMegabytes)))),
        ];
    }

    /// <summary>The medians of one kind of runner.</summary>
    private sealed record Figures(string Runner, double Megabytes, RunnerStart Start);
}
