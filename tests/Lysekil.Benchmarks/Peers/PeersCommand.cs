using System.CommandLine;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Output;

namespace Lysekil.Benchmarks.Peers;

/// <summary>Other site generators on the same articles, beside our publish and our rebuild.</summary>
internal static class PeersCommand
{
    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
        var hugo = new Option<string>("--hugo") { Description = "Where Hugo is, if not on the path.", HelpName = "FILE", DefaultValueFactory = _ => "hugo" };
        var eleventy = new Option<string>("--eleventy")
        {
            Description = "Where Eleventy is, if not on the path: node_modules/.bin/eleventy.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "eleventy",
        };
        var times = new Option<int>("--times") { Description = "How often each builds; the medians are shown.", DefaultValueFactory = _ => 3 };
        var json = Report.JsonOption();
        var command = new Command("peers", "Hugo and Eleventy on the same articles, where they are installed.") { articles, hugo, eleventy, times, json };
        command.SetAction(async parsed =>
        {
            var (count, rounds) = (parsed.GetValue(articles), parsed.GetValue(times));
            var figures = new List<PeerFigures>();
            foreach (var peer in new[] { Peer.Hugo(parsed.GetValue(hugo)!), Peer.Eleventy(parsed.GetValue(eleventy)!) })
            {
                figures.AddRange(await MeasureAsync(peer, count, rounds));
            }

            var ours = await OurSite.MeasureAsync(count, rounds); // Last: its storage is in this process's memory.
            Report.Write(
                ["who", "work", "wall s", "CPU s", "MB of memory", "times our wall", "times our CPU", "times our memory"],
                ours.Concat(figures).OrderBy(f => f.Work).Select(f => Row(f, ours.First(o => o.Work == f.Work))));
            Report.WriteJson(parsed.GetValue(json), [.. ours, .. figures]);
        });
        return command;
    }

    private static async Task<IReadOnlyList<PeerFigures>> MeasureAsync(Peer peer, int articles, int times)
    {
        using var folder = new TemporaryFolder();
        if (await peer.VersionAsync(folder.Path) is not { } version)
        {
            Report.Say($"{peer.Name} is not installed here, and not measured.");
            return [];
        }

        Report.Say($"{peer.Name}: {version}");
        peer.Prepare(folder.Path, articles);
        var (full, again) = (new List<MeasuredProcess>(), new List<MeasuredProcess>());
        for (var i = 1; i <= times; i++)
        {
            Peer.Clear(folder.Path);
            full.Add(await peer.BuildAsync(folder.Path));
            peer.Change(folder.Path, articles - 1, version: i);
            again.Add(await peer.BuildAsync(folder.Path));
        }

        return [PeerFigures.MedianOf(peer.Name, articles, PeerWork.AllPages, full), PeerFigures.MedianOf(peer.Name, articles, PeerWork.OneArticle, again)];
    }

    private static object?[] Row(PeerFigures figures, PeerFigures ours) =>
    [
        figures.Who, figures.Work == PeerWork.AllPages ? "all pages" : "one article",
        figures.WallSeconds, figures.CpuSeconds, figures.PeakMegabytes,
        figures.WallSeconds / ours.WallSeconds, figures.CpuSeconds / ours.CpuSeconds, figures.PeakMegabytes / ours.PeakMegabytes,
    ];
}
