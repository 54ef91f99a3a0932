using Lysekil.Local.Export;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Export;

public sealed class SiteExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedBlobContainer _web = new(TimeProvider.System);
    private readonly SiteExport _export;

    public SiteExportTests() => _export = new SiteExport(_web);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_folder_holds_exactly_the_site()
    {
        _web.Put("index.html", "<p>Fram");
        _web.Put("2019/10/val/index.html", "<p>Val");

        var report = await _export.WriteAsync(_folder.FullPath, default);

        Assert.Equal([".lysekil-export", "2019/10/val/index.html", "index.html"], _folder.Files);
        Assert.Equal((2, 2, 0), (report.Files, report.Written, report.Removed));
    }

    [Fact]
    public async Task A_later_export_writes_what_differs_and_removes_what_is_gone()
    {
        _web.Put("index.html", "<p>Fram");
        _web.Put("2019/10/val/index.html", "<p>Val");
        await _export.WriteAsync(_folder.FullPath, default);
        _web.Delete("2019/10/val/index.html");
        _web.Put("rss.xml", "<rss/>");

        var report = await _export.WriteAsync(_folder.FullPath, default);

        Assert.Equal([".lysekil-export", "index.html", "rss.xml"], _folder.Files);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullPath, "2019")));
        Assert.Equal((2, 1, 1), (report.Files, report.Written, report.Removed));
    }

    /// <summary>A folder has no headers: any server can serve what is in it.</summary>
    [Fact]
    public async Task A_page_that_is_stored_compressed_is_a_plain_file()
    {
        var page = RenderedPage.Compressed("{}"u8.ToArray(), "application/json", RenderedPage.AskAgain);
        await using var content = await page.OpenAsync(false, default);
        await _web.WriteAsync("sok/2026-05.json", content!, page.Headers, expected: null, default);

        await _export.WriteAsync(_folder.FullPath, default);
        var again = await _export.WriteAsync(_folder.FullPath, default);

        Assert.Equal("{}", await File.ReadAllTextAsync(Path.Combine(_folder.FullPath, "sok/2026-05.json")));
        Assert.Equal(0, again.Written);
    }

    [Fact]
    public async Task A_folder_of_other_files_is_refused_and_does_not_change()
    {
        _folder.Write("brev.txt", "Kära");

        await Assert.ThrowsAsync<RunnerException>(() => _export.WriteAsync(_folder.FullPath, default));

        Assert.Equal(["brev.txt"], _folder.Files);
    }

    [Fact]
    public async Task A_file_that_no_export_has_written_stays()
    {
        _web.Put("index.html", "<p>Fram");
        await _export.WriteAsync(_folder.FullPath, default);
        _folder.Write("CNAME", "lysekil.example");

        await _export.WriteAsync(_folder.FullPath, default);

        Assert.Contains("CNAME", _folder.Files);
    }

    [Theory]
    [InlineData("../utanför.html")]
    [InlineData("a/../../utanför.html")]
    [InlineData("a/./b.html")]
    [InlineData("/etc/utanför.html")]
    [InlineData("a//b.html")]
    [InlineData("a\\..\\..\\utanför.html")]
    [InlineData("C:/utanför.html")]
    [InlineData(".lysekil-export")]
    public async Task A_name_that_leads_out_of_the_folder_is_skipped(string name)
    {
        Assert.Null(ExportPath.Find(_folder.FullPath, name));
        _web.Put("index.html", "<p>Fram");
        var listed = new NamedBlob(_web, name);

        var report = await new SiteExport(listed).WriteAsync(_folder.FullPath, default);

        Assert.Equal([name], report.Skipped);
        Assert.Equal([".lysekil-export", "index.html"], _folder.Files);
    }

    [Fact]
    public async Task A_manifest_that_names_files_outside_the_folder_removes_none_of_them()
    {
        using var other = new TemporaryFolder();
        var victim = other.Write("brev.txt", "Kära");
        _folder.Write(".lysekil-export", $"../{Path.GetFileName(other.FullPath)}/brev.txt\n{victim}\n");

        await _export.WriteAsync(_folder.FullPath, default);

        Assert.True(File.Exists(victim));
    }
}
