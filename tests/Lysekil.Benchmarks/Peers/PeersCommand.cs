using System.CommandLine;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Output;

namespace Lysekil.Benchmarks.Peers;

/// <summary>Compares other site generators with a publish and a rebuild, on the same articles.</summary>
internal static class PeersCommand
{
    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
        var hugo = new Option<string>("--hugo")
        {
            Description = "Where Hugo is, if not on the path.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "hugo",
        };
        var eleventy = new Option<string>("--eleventy")
        {
            Description = "Where Eleventy is, if not on the path: node_modules/.bin/eleventy.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "eleventy",
        };
        var times = new Option<int>("--times")
        { Description = "How often each builds; the medians are shown.", DefaultValueFactory = _ => 3 };
        var json = Report.JsonOption();
        var command = new Command("peers", "Hugo and Eleventy on the same articles, where they are installed.")
        {
            articles, hugo, eleventy, times, json,
        };
        command.SetAction(async parsed =>
        {
            var figures = await MeasureAsync(
                [Peer.Hugo(parsed.GetValue(hugo)!), Peer.Eleventy(parsed.GetValue(eleventy)!)],
                parsed.GetValue(articles),
                parsed.GetValue(times));
            Report.Write(
                [
                    "generator", "work", "wall s", "CPU s", "MB of memory", "times Lysekil's wall",
                    "times Lysekil's CPU", "times Lysekil's memory",
                ],
                figures.OrderBy(f => f.Work)
                    .Select(f => Row(f, figures.First(o => o.Generator == LysekilSite.Name && o.Work == f.Work))));
            Report.WriteJson(parsed.GetValue(json), figures);
        });
        return command;
    }

    /// <summary>Measures in turns, so that other work of the machine disturbs all alike.</summary>
    private static async Task<IReadOnlyList<PeerFigures>> MeasureAsync(IEnumerable<Peer> peers, int articles, int times)
    {
        using var folder = new TemporaryFolder();
        var sites = new List<PeerSite>();
        foreach (var peer in peers)
        {
            var version = await peer.VersionAsync(folder.Path);
            Report.Say(
                version is null ? $"{peer.Name} is not installed here, and not measured." : $"{peer.Name}: {version}");
            if (version is not null)
            {
                sites.Add(PeerSite.Prepare(peer, folder.Directory.CreateSubdirectory(peer.Name), articles));
            }
        }

        using var ours = await LysekilSite.CreateAsync(articles);
        for (var i = 0; i < times; i++)
        {
            foreach (var site in sites)
            {
                await site.MeasureAsync();
            }

            await ours.MeasureAsync();
        }

        return [.. ours.Figures, .. sites.SelectMany(s => s.Figures)];
    }

    private static object?[] Row(PeerFigures figures, PeerFigures ours) =>
    [
        figures.Generator, figures.Work == PeerWork.AllPages ? "all pages" : "one article",
        figures.WallSeconds, figures.CpuSeconds, figures.PeakMegabytes,
        figures.WallSeconds / ours.WallSeconds, figures.CpuSeconds / ours.CpuSeconds,
        figures.PeakMegabytes / ours.PeakMegabytes,
    ];
}
