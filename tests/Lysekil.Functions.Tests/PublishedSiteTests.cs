using System.Security.Cryptography;
using CliWrap;
using CliWrap.Buffered;
using Lysekil.Functions.Tests.Host;
using Lysekil.Local;
using Lysekil.Local.Export;
using Lysekil.Local.Mirror;

namespace Lysekil.Functions.Tests;

/// <summary>The site that the published app makes, after the other tests' changes, equals the local runner's.</summary>
[Collection(nameof(HostedSite))]
public sealed class PublishedSiteTests(HostedSite site)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "published-site");

    [PublishedAppFact]
    public async Task The_site_equals_that_of_the_once_command_from_the_same_files_byte_for_byte()
    {
        // The last run's output stays, for inspection, until this run begins.
        Directory.CreateDirectory(Folder).Delete(recursive: true);
        await UploadSampleAsync("sidor/om.md", "bilder/hamnen.jpg", "artiklar/2019/valkyriornas-hostmote.md");
        await site.TickAsync("ReconcileSources"); // Publishes the pages that no source asks for.
        await site.SettleAsync();
        await new SiteExport(site.Storage.Web).WriteAsync(FolderOf("app"), default);

        await DownloadContentAsync();
        await Cli.Wrap("dotnet")
            .WithArguments(
            [
                typeof(RunnerException).Assembly.Location, "once",
                "--content", FolderOf("content"), "--export", FolderOf("once"),
            ])
            .ExecuteBufferedAsync();

        var expected = Hashes("once");
        Assert.Contains("2019/10/valkyriornas-hostmote/index.html", expected.Keys);
        Assert.Equal(expected, Hashes("app"));
    }

    private async Task UploadSampleAsync(params string[] names)
    {
        var sample = ContentFolder.FindFrom(AppContext.BaseDirectory)!.FullPath;
        foreach (var name in names)
        {
            await site.Blob($"content/{name}").UploadAsync(Path.Combine(sample, name), overwrite: true);
        }

        await site.AnnounceAsync();
        await site.SettleAsync();
    }

    /// <summary>Downloads each file with the time of its upload, which <c>once</c> reads as the file's time.</summary>
    private async Task DownloadContentAsync()
    {
        foreach (var blob in (await site.Storage.Content.ListAsync(5000, null, default)).Blobs)
        {
            var path = Path.Combine(FolderOf("content"), blob.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await site.Blob($"content/{blob.Name}").DownloadToAsync(path);
            File.SetLastWriteTimeUtc(path, blob.Modified.UtcDateTime);
        }
    }

    private static string FolderOf(string name) => Path.Combine(Folder, name);

    private static SortedDictionary<string, string> Hashes(string export) => new(
        Directory.EnumerateFiles(FolderOf(export), "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(FolderOf(export), path),
            path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);
}
