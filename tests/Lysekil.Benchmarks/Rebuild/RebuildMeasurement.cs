using System.Diagnostics;
using System.Text.Json;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Rendering.Pages;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Benchmarks.Rebuild;

/// <summary>The figures of rendering all pages.</summary>
/// <param name="To">The target of the pages: memory or files.</param>
/// <param name="Pages">The number of pages.</param>
/// <param name="Megabytes">The size of the pages.</param>
/// <param name="WallSeconds">Elapsed time.</param>
/// <param name="CpuSeconds">Processor time on all cores.</param>
/// <param name="PeakMegabytes">Peak memory.</param>
internal sealed record RebuildMeasurement(
    string To, int Pages, double Megabytes, double WallSeconds, double CpuSeconds, double PeakMegabytes)
{
    private const int PagesBefore = 20_000;

    public double BusyCores => CpuSeconds / WallSeconds;

    /// <summary>Renders in a process of its own.</summary>
    /// <param name="packed">The folder of the packed site.</param>
    /// <param name="folder">The folder for the pages; <c>null</c> to discard them.</param>
    public static async Task<RebuildMeasurement> ApartAsync(DirectoryInfo packed, DirectoryInfo? folder)
    {
        using var output = new TemporaryFolder();
        var json = Path.Combine(output.Path, "figures.json");
        await MeasuredProcess.RunAsync(
            output.Path,
            "dotnet",
            [typeof(RebuildMeasurement).Assembly.Location, RebuildCommand.Name, RebuildCommand.Packed, packed.FullName,
                "--json", json, .. To(folder)]);
        return JsonSerializer.Deserialize<List<RebuildMeasurement>>(await File.ReadAllTextAsync(json))![0];

        static IEnumerable<string> To(DirectoryInfo? folder) =>
            folder is null ? [] : [RebuildCommand.To, folder.FullName];
    }

    /// <summary>Renders in this process after rendering some pages, as in a running function app.</summary>
    /// <inheritdoc cref="ApartAsync"/>
    /// <exception cref="InvalidOperationException">The pages differ from the published ones.</exception>
    public static async Task<RebuildMeasurement> OfAsync(DirectoryInfo packed, DirectoryInfo? folder)
    {
        using var site = new PackedSite(packed.FullName);
        await RenderAsync(
            site, [.. site.Pages.Where((_, i) => i % Math.Max(1, site.Pages.Count / PagesBefore) == 0)], null);
        using var memory = new PeakMemory();
        using var process = Process.GetCurrentProcess();
        var (cpu, began) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        var bytes = await RenderAsync(site, site.Pages, folder);
        var wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        process.Refresh();
        if (bytes != site.Bytes)
        {
            throw new InvalidOperationException($"{bytes} bytes of pages were rendered, but {site.Bytes} published.");
        }

        return new RebuildMeasurement(
            folder is null ? "memory" : "files", site.Pages.Count, bytes / 1e6, wall,
            (process.TotalProcessorTime - cpu).TotalSeconds, memory.Megabytes);
    }

    /// <returns>The size of the pages in bytes.</returns>
    private static async Task<long> RenderAsync(PackedSite site, IReadOnlyList<PageKey> pages, DirectoryInfo? folder)
    {
        var index = new SiteIndex(site.Index);
        var accepted = new AcceptedSources(site.Accepted);
        var pictures = new PictureMaker(accepted, trial: null, NullLogger<PictureMaker>.Instance);
        var renderer = new PageRenderer(index, accepted, new SiteReader(index, accepted), pictures);
        var bytes = 0L;
        await Parallel.ForEachAsync(PageRefreshMessage.For(pages), async (message, cancellation) =>
        {
            var pass = renderer.BeginPass(message.Pages, cancellation);
            foreach (var page in message.Pages)
            {
                var rendered = (await pass.RenderAsync(page)).Page
                    ?? throw new InvalidOperationException($"{page} renders to nothing.");
                await using var content = await rendered.OpenAsync(false, cancellation)
                    ?? throw new InvalidOperationException($"{page} cannot be made.");
                Interlocked.Add(ref bytes, content.Length);
                if (folder is not null)
                {
                    Write(Path.Combine(folder.FullName, page.Value), content);
                }
            }
        });
        return bytes;
    }

    private static void Write(string file, Stream content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var target = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        content.CopyTo(target); // The page is in memory, so one call writes all of it.
    }
}
