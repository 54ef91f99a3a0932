using System.CommandLine;
using System.Globalization;
using Lysekil.Benchmarks.Output;

namespace Lysekil.Benchmarks.Burst;

/// <summary>Measures how well concurrent publishes share the refreshes of the pages that they touch.</summary>
internal static class BurstCommand
{
    public static Command Create()
    {
        var articles = new Option<int>("--articles")
        {
            Description = "How many are uploaded at once.",
            DefaultValueFactory = _ => 1_000,
        };
        var instances = new Option<int>("--instances")
        {
            Description = "How many publish them.",
            DefaultValueFactory = _ => 8,
        };
        var json = Report.JsonOption();
        var command = new Command("burst", "Many articles at once, published by several instances.")
        {
            articles, instances, json,
        };
        command.SetAction(async parsed =>
        {
            var run = await BurstRun.DoAsync(parsed.GetValue(articles), parsed.GetValue(instances));
            var kinds = PageKind.Of(run);
            Report.Write(
                ["pages", "how many", "publishes that touch one", "rendered", "written", "most written", "once in 50"],
                kinds.Select(k => new object?[]
                    { k.Kind, k.Pages, k.Touches, k.Rendered, k.Written, k.MostWritten, k.WithinTarget }));
            Report.WriteJson(parsed.GetValue(json), kinds);

            var (wrong, found) = (await run.WrongPagesAsync(), await run.ReconcileAsync());
            Report.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.WallSeconds:0.0} s, {run.Failures} failed attempts. ") + string.Create(
                CultureInfo.InvariantCulture,
                $"Pages that differ from a clean run's: {wrong}. Found by reconciling: {found}."));
            return wrong + found == 0 ? 0 : 1;
        });
        return command;
    }
}
