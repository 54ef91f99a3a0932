using System.CommandLine;
using System.Globalization;
using Lysekil.Benchmarks.Output;

namespace Lysekil.Benchmarks.Soak;

/// <summary>Publishes for a long time, and says whether memory stays flat and the site right.</summary>
internal static class SoakCommand
{
    public static Command Create()
    {
        var minutes = new Option<double>("--minutes")
        {
            Description = "How long it publishes.",
            DefaultValueFactory = _ => 120,
        };
        var json = Report.JsonOption();
        var command = new Command(
            "soak",
            "Ten publishes a second of mixed kinds, in memory: is memory flat, and the site right? "
                + "Memory is judged from ten minutes on.")
        {
            minutes, json,
        };
        command.SetAction(async parsed =>
        {
            var run = await SoakRun.DoAsync(TimeSpan.FromMinutes(parsed.GetValue(minutes)));
            Report.Write(
                ["part", "from s", "to s", "samples", "mean MB", "least MB", "most MB"],
                run.Quarters.Select(q => new object?[] { q.Part, q.From, q.To, q.Samples, q.Mean, q.Least, q.Most }));
            Report.WriteJson(parsed.GetValue(json), run.Samples);
            var wrong = await run.WrongPagesAsync();
            Report.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Edits} publishes, {run.Failures} failed attempts, {wrong} pages unlike a clean run's. ")
                + string.Create(
                CultureInfo.InvariantCulture,
                $"The last half holds {run.Growth:+0.0;-0.0;0.0} % more than the second quarter: ")
                + (run.IsFlat ? "flat." : "not flat."));
            return (run.IsFlat || !run.IsLong) && wrong + run.Failures == 0 ? 0 : 1;
        });
        return command;
    }
}
