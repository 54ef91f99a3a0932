using System.CommandLine;
using System.Globalization;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Output;

namespace Lysekil.Benchmarks.Publish;

/// <summary>What an article costs to publish, in archives of several sizes.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var archive = new Option<string>("--archive")
        {
            Description = "How many articles the archive holds, with commas between.",
            DefaultValueFactory = _ => "100,1000,10000,100000",
        };
        var json = Report.JsonOption();
        var command = new Command("publish", "One new, updated, backdated and deleted article each.") { archive, json };
        command.SetAction(async parsed =>
        {
            await PublishMeasurement.WarmUpAsync();
            var costs = new List<Cost>();
            foreach (var size in parsed.GetValue(archive)!.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)))
            {
                var measurement = new PublishMeasurement(await FilledSite.CreateAsync(size), size);
                foreach (var work in Enum.GetValues<Work>())
                {
                    costs.Add(await measurement.OfAsync(work));
                }
            }

            Report.Write(
                ["archive", "work", "calls", "floor", "pages", "rows read", "KB", "rows written", "trips to live", "to the end", "ms", "KB allocated"],
                costs.Select(c => new object?[]
                {
                    c.Archive, c.Work, c.AllCalls, c.Floor, c.Pages, c.RowsRead, c.KilobytesRead, c.RowsWritten, c.TripsToLive, c.TripsToEnd, c.Milliseconds, c.KilobytesAllocated,
                }));
            Report.WriteJson(parsed.GetValue(json), costs);
        });
        return command;
    }
}
