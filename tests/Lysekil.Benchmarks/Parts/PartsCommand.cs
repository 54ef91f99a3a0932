using System.CommandLine;
using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Output;

namespace Lysekil.Benchmarks.Parts;

/// <summary>Measures the parts of publishing alone, by BenchmarkDotNet.</summary>
internal static class PartsCommand
{
    /// <summary>
    /// Enough iterations for a stable median on a machine with other work, after warm-up, as in a process that has run
    /// for a while.
    /// </summary>
    private static readonly Job Thorough = Job.Default.WithWarmupCount(8).WithIterationCount(15);

    private static readonly Type[] BenchmarkTypes =
        [typeof(TextBenchmarks), typeof(PageBenchmarks), typeof(IndexBenchmarks)];

    public static Command Create()
    {
        var quick = new Option<bool>("--quick")
        {
            Description = "Run each once, to see that it runs; only the ratio to Markdig is measured.",
        };
        var json = Report.JsonOption();
        var command = new Command("parts",
            "Parse, render, sanitise, templates, feeds and index queries, each alone.") { quick, json };
        command.SetAction(parsed =>
        {
            var job = (parsed.GetValue(quick) ? Job.Dry : Thorough).WithToolchain(InProcessEmitToolchain.Instance);
            using var artifacts = new TemporaryFolder();
            var config = ManualConfig.CreateEmpty()
                .AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance)
                .WithArtifactsPath(artifacts.Path);
            var summaries = BenchmarkTypes.Select(part => BenchmarkRunner.Run(part, config)).ToList();
            var figures = summaries.SelectMany(FiguresOf).ToList();
            Report.Write(["of", "part", "µs", "KB allocated", "times the first"],
                figures.Select(f => new object?[] { f.Of, f.Part, f.Microseconds, f.Kilobytes, f.Ratio }));
            var ratio = RatioToMarkdig();
            Report.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"In turns with Markdig alone, parse and render takes {ratio:0.00} times as long."));
            Report.WriteJson(
                parsed.GetValue(json), [new { ParseAndRenderTimesMarkdigInTurns = ratio, Parts = figures }]);
            return summaries.Exists(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
        });
        return command;
    }

    private static double RatioToMarkdig()
    {
        var text = new TextBenchmarks();
        return InterleavedRuns.Ratio(
            () => text.Markdig(), () => text.ParseAndRender(), warmUp: 40, rounds: 101);
    }

    private static IEnumerable<Figures> FiguresOf(Summary summary)
    {
        var first = summary.Reports[0].ResultStatistics!.Median;
        return summary.Reports.Select(report => new Figures(
            report.BenchmarkCase.Descriptor.Type.Name.Replace("Benchmarks", "", StringComparison.Ordinal)
                .ToLowerInvariant(),
            report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            report.ResultStatistics!.Median / 1_000,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)!.Value / 1_000.0,
            report.ResultStatistics.Median / first));
    }

    /// <summary>The medians of one part.</summary>
    private sealed record Figures(string Of, string Part, double Microseconds, double Kilobytes, double Ratio);
}
