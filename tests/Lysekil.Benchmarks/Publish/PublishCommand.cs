using System.CommandLine;
using System.Globalization;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Output;

namespace Lysekil.Benchmarks.Publish;

/// <summary>Measures publishes on indexes of several sizes.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var index = new Option<string>("--archive")
        {
            Description = "Numbers of articles in the index, separated by commas.",
            DefaultValueFactory = _ => "100,1000,10000,100000",
        };
        var storage = new Option<StorageKind>("--storage")
        {
            Description = "Memory: counts, and time of one core. Latency, Azurite: time by the clock.",
            DefaultValueFactory = _ => StorageKind.Memory,
        };
        var years = new Option<int>("--years")
        {
            Description = "Over how many years the articles are spread.",
            DefaultValueFactory = _ => Articles.Years,
        };
        var json = Report.JsonOption();
        var command = new Command("publish", "One new, updated, backdated and deleted article each.")
        {
            index, storage, years, json,
        };
        command.SetAction(async parsed =>
        {
            var sizes = parsed.GetValue(index)!.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))
                .ToList();
            Articles.Years = parsed.GetValue(years);
            await PublishMeasurement.WarmUpAsync();
            await (parsed.GetValue(storage) is StorageKind.Memory
                ? CountAsync(sizes, parsed.GetValue(json))
                : TimeAsync(parsed.GetValue(storage), sizes, parsed.GetValue(json)));
        });
        return command;
    }

    private static async Task CountAsync(IEnumerable<int> sizes, FileInfo? json)
    {
        var costs = new List<Cost>();
        foreach (var size in sizes)
        {
            var measurement = new PublishMeasurement(await FilledSite.CreateAsync(size), size);
            foreach (var work in Enum.GetValues<EditKind>())
            {
                costs.Add(await measurement.OfAsync(work));
            }
        }

        Report.Write(
            [
                "archive", "work", "calls", "floor", "just started", "pages", "rows read", "KB", "rows written",
                "trips to live", "to the end", "ms", "KB allocated",
            ],
            costs.Select(c => new object?[]
            {
                c.Index, c.Work, c.AllCalls, c.Floor, c.CallsJustStarted, c.Pages, c.RowsRead, c.KilobytesRead,
                c.RowsWritten, c.TripsToLive, c.TripsToEnd, c.Milliseconds, c.KilobytesAllocated,
            }));
        Report.WriteJson(json, costs);
    }

    private static async Task TimeAsync(StorageKind storage, IEnumerable<int> sizes, FileInfo? json)
    {
        var times = new List<LiveTimes>();
        foreach (var size in sizes)
        {
            times.AddRange(await LiveTimesOnStorage.OfAsync(storage, size));
        }

        Report.Write(
            ["storage", "archive", "work", "ms to live", "ms to the end"],
            times.Select(t => new object?[]
            {
                t.Storage, t.Index, t.Work, t.Work == EditKind.Deleted ? null : t.MillisecondsToLive,
                t.MillisecondsToEnd,
            }));
        Report.WriteJson(json, times);
    }
}
