using System.CommandLine;
using System.Diagnostics;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Output;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Sites;

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
            var site = await FilledSite.CreateAsync(parsed.GetValue(articles));
            var given = parsed.GetValue(folder);
            var target = given ?? Directory.CreateTempSubdirectory("lysekil-");
            try
            {
                var figures = new List<Figures> { await MeasureAsync(site, "memory", null), await MeasureAsync(site, "files", target) };
                Report.Write(
                    ["to", "pages", "MB", "wall s", "CPU s", "pages a second"],
                    figures.Select(f => new object?[] { f.To, f.Pages, f.Megabytes, f.WallSeconds, f.CpuSeconds, f.Pages / f.WallSeconds }));
                Report.WriteJson(parsed.GetValue(json), figures);
            }
            finally
            {
                if (given is null)
                {
                    target.Delete(recursive: true);
                }
            }
        });
        return command;
    }

    private static async Task<Figures> MeasureAsync(FilledSite site, string to, DirectoryInfo? folder)
    {
        var archive = new ArchiveIndex(site.Storage.Site.Archive);
        var accepted = new AcceptedSources(site.Storage.Site.Accepted);
        var renderer = new PageRenderer(archive, accepted, new SiteReader(archive, accepted));
        var pages = site.Storage.Web.Blobs.Keys.Select(name => PageKey.Parse(name)!).ToList();
        var bytes = 0L;
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (cpu, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(pages, async (page, cancellation) =>
        {
            var rendered = (await renderer.Begin(cancellation).RenderAsync(page)).Page ?? throw new InvalidOperationException($"{page} renders to nothing.");
            await using var content = await rendered.OpenAsync(cancellation);
            Interlocked.Add(ref bytes, content.Length);
            if (folder is not null)
            {
                var file = Path.Combine(folder.FullName, page.BlobName);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await using var target = File.Create(file);
                await content.CopyToAsync(target, cancellation);
            }
        });
        process.Refresh();
        return new Figures(
            to, pages.Count, bytes / 1e6, Stopwatch.GetElapsedTime(began).TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds);
    }

    /// <summary>One rendering of everything.</summary>
    private sealed record Figures(string To, int Pages, double Megabytes, double WallSeconds, double CpuSeconds);
}
