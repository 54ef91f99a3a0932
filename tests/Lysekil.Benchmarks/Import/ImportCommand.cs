using System.CommandLine;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Output;
using Lysekil.Local.Supervision;

namespace Lysekil.Benchmarks.Import;

/// <summary>
/// Measures the import of a folder by the command <c>once</c> of the runner, beside uploads of the same bytes alone.
/// </summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
        var json = Report.JsonOption();
        var command = new Command("import", "A folder through Azurite, and as many uploads of the same bytes.")
        {
            articles, json,
        };
        command.SetAction(async parsed =>
        {
            var figures = await MeasureAsync(parsed.GetValue(articles));
            Report.Write(
                ["articles", "uploads", "MB", "import s", "raw s", "times raw", "runner's CPU s",
                    "runner's MB of memory"],
                [[figures.Articles, figures.Uploads, figures.Megabytes, figures.ImportSeconds, figures.RawSeconds,
                    figures.Ratio, figures.CpuSeconds, figures.PeakMegabytes]]);
            Report.WriteJson(parsed.GetValue(json), [figures]);
        });
        return command;
    }

    private static async Task<Figures> MeasureAsync(int articles)
    {
        await AzuriteSite.InstallAsync();
        using var content = new TemporaryFolder();
        using var exported = new TemporaryFolder();
        Folder.Fill(content.Path, articles);
        // The process that does the work, and not the one that supervises it.
        var once = new SupervisedAttempt(1, ["once", "--content", content.Path, "--export", exported.Path]);
        var import = await MeasuredProcess.RunAsync(content.Path, "dotnet", [Runner.Assembly, .. once.CommandLine]);

        // The import writes each source twice, to content and accepted, and each page once.
        var (count, bytes, seconds) = await RawUploads.DoAsync([content.Path, content.Path, exported.Path]);
        return new Figures(
            articles, count, bytes / 1e6, import!.WallSeconds, seconds, import.CpuSeconds, import.PeakMegabytes);
    }

    /// <summary>The figures of an import.</summary>
    private sealed record Figures(
        int Articles, int Uploads, double Megabytes, double ImportSeconds, double RawSeconds, double CpuSeconds,
        double PeakMegabytes)
    {
        public double Ratio => ImportSeconds / RawSeconds;
    }
}
