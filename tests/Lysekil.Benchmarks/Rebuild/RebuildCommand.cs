using System.CommandLine;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Output;

namespace Lysekil.Benchmarks.Rebuild;

/// <summary>All pages rendered, as after a new theme: to memory, and to files.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
        var folder = new Option<DirectoryInfo?>("--to") { Description = "Write the pages here. Default: a temporary folder, deleted afterwards.", HelpName = "DIR" };
        var json = Report.JsonOption();
        var command = new Command("rebuild", "All pages rendered to memory, and to files.") { articles, folder, json };
        command.SetAction(async parsed =>
        {
            using var site = new PackedSite(await FilledSite.CreateAsync(parsed.GetValue(articles)));
            using var temporary = new TemporaryFolder();
            var target = parsed.GetValue(folder) ?? temporary.Directory;
            var figures = new List<RebuildMeasurement> { await RebuildMeasurement.OfAsync(site, null), await RebuildMeasurement.OfAsync(site, target) };
            Report.Write(
                ["to", "pages", "MB", "wall s", "CPU s", "cores busy", "pages a second", "MB of memory"],
                figures.Select(f => new object?[]
                {
                    f.To, f.Pages, f.Megabytes, f.WallSeconds, f.CpuSeconds, f.BusyCores, f.Pages / f.WallSeconds, f.PeakMegabytes,
                }));
            Report.WriteJson(parsed.GetValue(json), figures);
        });
        return command;
    }
}
