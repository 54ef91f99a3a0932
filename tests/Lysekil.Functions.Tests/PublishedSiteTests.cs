using System.Security.Cryptography;
using Lysekil.Functions.Tests.Host;
using Lysekil.Local;
using Lysekil.Local.Azurite;
using Lysekil.Local.Export;
using Lysekil.Local.Mirror;

namespace Lysekil.Functions.Tests;

/// <summary>A whole site from the published app, held against the runner's.</summary>
public sealed class PublishedSiteTests(HostedSite site) : IClassFixture<HostedSite>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lysekil-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_sample_site_is_byte_for_byte_the_one_of_once()
    {
        var content = new ContentFolder(Copy(ContentFolder.FindFrom(AppContext.BaseDirectory)!));
        await new FolderMirror(content, site.Storage.Content, TimeProvider.System).CompareAsync(default);
        await site.SettleAsync();
        await site.TickAsync("ReconcileSources"); // It begins with the pages that no article asks for.
        await new SiteExport(site.Storage.Web).WriteAsync(FolderOf("app"), default);

        await TakeTimesAsync(content);
        await Command.RunAsync(
            "dotnet",
            [typeof(RunnerException).Assembly.Location, "once", "--content", content.FullPath, "--export", FolderOf("once")],
            _folder.FullName,
            default);

        var expected = Hashes("once");
        Assert.Contains("2019/10/valkyriornas-hostmote/index.html", expected.Keys);
        Assert.Equal(expected, Hashes("app"));
    }

    /// <summary>The time of a file is to <c>once</c> what the time of its upload is to the app.</summary>
    private async Task TakeTimesAsync(ContentFolder content)
    {
        foreach (var file in content.Read())
        {
            var uploaded = (await site.Blob($"content/{file.Name}").GetPropertiesAsync()).Value.CreatedOn;
            File.SetLastWriteTimeUtc(file.FullPath, uploaded.UtcDateTime);
        }
    }

    /// <summary>Without the article to come: its alarm would lie in the queue for years, and the queue be never empty.</summary>
    private string Copy(ContentFolder sample)
    {
        foreach (var file in sample.Read().Where(file => !file.Name.Contains("/2031/", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(FolderOf("content"), file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file.FullPath, copy);
        }

        return FolderOf("content");
    }

    private string FolderOf(string name) => Path.Combine(_folder.FullName, name);

    private SortedDictionary<string, string> Hashes(string export) => new(
        Directory.EnumerateFiles(FolderOf(export), "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(FolderOf(export), path),
            path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);
}
