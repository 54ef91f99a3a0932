using System.CommandLine;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Output;

namespace Lysekil.Benchmarks.Rebuild;

/// <summary>Measures rendering all pages, to memory and to files.</summary>
internal static class RebuildCommand
{
    public const string Name = "rebuild";
    public const string Packed = "--packed";
    public const string To = "--to";

    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
        var folder = new Option<DirectoryInfo?>(To)
        {
            Description = "Write the pages here. Default: a temporary folder, deleted afterwards.",
            HelpName = "DIR",
        };
        // For the child process that renders a packed site once.
        var packed = new Option<DirectoryInfo?>(Packed) { Hidden = true };
        var json = Report.JsonOption();
        var command = new Command(Name, "All pages rendered to memory, and to files.")
        {
            articles, folder, packed, json,
        };
        command.SetAction(async parsed =>
        {
            var figures = parsed.GetValue(packed) is { } site
                ? [await RebuildMeasurement.OfAsync(site, parsed.GetValue(folder))]
                : await MeasureAsync(parsed.GetValue(articles), parsed.GetValue(folder));
            Report.Write(
                ["to", "pages", "MB", "wall s", "CPU s", "cores busy", "pages a second", "MB of memory"],
                figures.Select(f => new object?[]
                {
                    f.To, f.Pages, f.Megabytes, f.WallSeconds, f.CpuSeconds, f.BusyCores, f.Pages / f.WallSeconds,
                    f.PeakMegabytes,
                }));
            Report.WriteJson(parsed.GetValue(json), figures);
        });
        return command;
    }

    private static async Task<List<RebuildMeasurement>> MeasureAsync(int articles, DirectoryInfo? folder)
    {
        using var packed = new TemporaryFolder();
        using var temporary = new TemporaryFolder();
        PackedSite.Pack(await FilledSite.CreateAsync(articles), packed.Path);
        return
        [
            await RebuildMeasurement.ApartAsync(packed.Directory, null),
            await RebuildMeasurement.ApartAsync(packed.Directory, folder ?? temporary.Directory),
        ];
    }
}
