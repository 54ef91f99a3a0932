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

/// <summary>The parts of publishing, each by itself, by BenchmarkDotNet.</summary>
internal static class PartsCommand
{
    /// <summary>Medians of so many that a machine with other work does not tell; warm, as a process is that has published for a while.</summary>
    private static readonly Job _thorough = Job.Default.WithWarmupCount(8).WithIterationCount(15);

    private static readonly Type[] _parts = [typeof(TextBenchmarks), typeof(PageBenchmarks), typeof(ArchiveBenchmarks)];

    public static Command Create()
    {
        var quick = new Option<bool>("--quick") { Description = "Run each once: to see that it runs, not how fast." };
        var json = Report.JsonOption();
        var command = new Command("parts", "Parse, render, sanitise, templates, feeds and archive queries, each by itself.") { quick, json };
        command.SetAction(parsed =>
        {
            var job = (parsed.GetValue(quick) ? Job.Dry : _thorough).WithToolchain(InProcessEmitToolchain.Instance);
            using var artifacts = new TemporaryFolder();
            var config = ManualConfig.CreateEmpty()
                .AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance).WithArtifactsPath(artifacts.Path);
            var summaries = _parts.Select(part => BenchmarkRunner.Run(part, config)).ToList();
            var figures = summaries.SelectMany(FiguresOf).ToList();
            Report.Write(["of", "part", "µs", "KB allocated", "times the first"], figures.Select(f => new object?[] { f.Of, f.Part, f.Microseconds, f.Kilobytes, f.Ratio }));
            var ratio = RatioToMarkdig(parsed.GetValue(quick));
            Report.Say(string.Create(CultureInfo.InvariantCulture, $"In turns with Markdig alone, parse and render takes {ratio:0.00} times as long."));
            Report.WriteJson(parsed.GetValue(json), [new { ParseAndRenderTimesMarkdigInTurns = ratio, Parts = figures }]);
            return summaries.Exists(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
        });
        return command;
    }

    private static double RatioToMarkdig(bool isQuick)
    {
        var text = new TextBenchmarks();
        return InTurns.Ratio(() => text.Markdig(), () => text.ParseAndRender(), warmUp: isQuick ? 0 : 40, rounds: isQuick ? 1 : 101);
    }

    private static IEnumerable<Figures> FiguresOf(Summary summary)
    {
        var first = summary.Reports[0].ResultStatistics!.Median;
        return summary.Reports.Select(report => new Figures(
            report.BenchmarkCase.Descriptor.Type.Name.Replace("Benchmarks", "", StringComparison.Ordinal).ToLowerInvariant(),
            report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            report.ResultStatistics!.Median / 1_000,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)!.Value / 1_000.0,
            report.ResultStatistics.Median / first));
    }

    /// <summary>What one part took; medians.</summary>
    private sealed record Figures(string Of, string Part, double Microseconds, double Kilobytes, double Ratio);
}
