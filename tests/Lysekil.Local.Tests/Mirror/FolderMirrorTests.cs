using Lysekil.Local.Mirror;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Mirror;

public sealed class FolderMirrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedBlobContainer _content = new(TimeProvider.System);
    private FolderMirror _mirror;

    public FolderMirrorTests() => _mirror = Start();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_become_blobs_with_the_type_of_their_ending()
    {
        _folder.Write("artiklar/2026/val.md", "# Val");
        _folder.Write("bilder/hamn.webp", "…");
        _folder.Write("site.yaml", "title: T");

        var report = await _mirror.CompareAsync(default);

        Assert.Equal(["artiklar/2026/val.md", "bilder/hamn.webp", "site.yaml"], report.Uploaded);
        Assert.Equal(
            ["text/markdown", "image/webp", "application/yaml"],
            _content.Blobs.Values.Select(blob => blob.Properties.Headers.ContentType));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_uploaded_again()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.CompareAsync(default);
        _folder.Write("artiklar/val.md", "# Val");

        Assert.Empty((await _mirror.CompareAsync(default)).Uploaded);
        Assert.Empty((await Start().CompareAsync(default)).Uploaded);
    }

    [Fact]
    public async Task A_changed_file_is_uploaded()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.CompareAsync(default);
        _folder.Write("artiklar/val.md", "# Nyval");

        Assert.Equal(["artiklar/val.md"], (await _mirror.CompareAsync(default)).Uploaded);
    }

    [Fact]
    public async Task A_removed_file_takes_its_blob_along()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.CompareAsync(default);
        _folder.Delete("artiklar/val.md");

        Assert.Equal(["artiklar/val.md"], (await _mirror.CompareAsync(default)).Deleted);
        Assert.Empty(_content.Blobs);
    }

    [Fact]
    public async Task A_file_that_was_removed_while_nobody_looked_takes_its_blob_along()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.CompareAsync(default);
        _folder.Delete("artiklar/val.md");
        _mirror = Start();

        Assert.Equal(["artiklar/val.md"], (await _mirror.CompareAsync(default)).Deleted);
    }

    [Fact]
    public async Task What_others_have_uploaded_stays()
    {
        _content.Put("artiklar/insänt.md", "# Insänt");

        Assert.Empty((await _mirror.CompareAsync(default)).Deleted);
        Assert.Single(_content.Blobs);
    }

    [Fact]
    public async Task What_others_have_written_over_stays_until_the_file_changes()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.CompareAsync(default);
        _content.Put("artiklar/val.md", "# Deras val");

        Assert.Empty((await _mirror.CompareAsync(default)).Uploaded);
        _folder.Write("artiklar/val.md", "# Vårt val");
        Assert.Equal(["artiklar/val.md"], (await _mirror.CompareAsync(default)).Uploaded);
    }

    [Fact]
    public async Task What_others_have_written_over_is_not_deleted_with_the_file()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.CompareAsync(default);
        _content.Put("artiklar/val.md", "# Deras val");
        _folder.Delete("artiklar/val.md");

        await _mirror.CompareAsync(default);

        Assert.Single(_content.Blobs);
    }

    [Fact]
    public async Task What_others_have_deleted_is_not_brought_back()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.CompareAsync(default);
        _content.Delete("artiklar/val.md");

        await _mirror.CompareAsync(default);

        Assert.Empty(_content.Blobs);
    }

    [Fact]
    public async Task A_folder_that_vanishes_takes_nothing_along()
    {
        using var fleeting = new TemporaryFolder();
        fleeting.Write("content/artiklar/val.md", "# Val");
        var folder = Path.Combine(fleeting.FullPath, "content");
        var mirror = new FolderMirror(new ContentFolder(folder), _content, TimeProvider.System);
        await mirror.CompareAsync(default);
        Directory.Delete(folder, recursive: true);

        await mirror.CompareAsync(default);

        Assert.Single(_content.Blobs);
    }

    [Fact]
    public async Task What_editors_leave_beside_the_content_is_not_uploaded()
    {
        _folder.Write(".git/config", "");
        _folder.Write("artiklar/.val.md.swp", "");
        _folder.Write("artiklar/val.md~", "");
        _folder.Write("artiklar/~$val.docx", "");
        _folder.Write("artiklar/#val.md#", "");
        _folder.Write("artiklar/Thumbs.db", "");
        _folder.Write("artiklar/4913", "");
        _folder.Write("artiklar/val.md.tmp", "");

        Assert.Empty((await _mirror.CompareAsync(default)).Uploaded);
    }

    [Fact]
    public async Task Names_are_composed_as_they_are_typed()
    {
        _folder.Write("artiklar/a\u030Alga\u0308s.md", "# Ålgräs");

        Assert.Equal(["artiklar/ålgäs.md"], (await _mirror.CompareAsync(default)).Uploaded);
    }

    [Fact]
    public async Task A_file_that_no_blob_can_stand_for_is_told_of_once_and_holds_nothing_up()
    {
        var told = new List<string>();
        _mirror.Refused += file => told.Add(file.Path.ToString());
        _folder.Write("artiklar/a\u0001b.md", "# Val");
        _folder.Write("artiklar/val.md", "# Val");

        Assert.Equal(["artiklar/val.md"], (await _mirror.CompareAsync(default)).Uploaded);
        await _mirror.CompareAsync(default);
        Assert.Equal(["artiklar/a<U+0001>b.md"], told);

        _folder.Delete("artiklar/a\u0001b.md");
        await _mirror.CompareAsync(default);
        _folder.Write("artiklar/a\u0001b.md", "# Val");
        await _mirror.CompareAsync(default);
        Assert.Equal(["artiklar/a<U+0001>b.md", "artiklar/a<U+0001>b.md"], told);
    }

    private FolderMirror Start() => new(new ContentFolder(_folder.FullPath), _content, TimeProvider.System);
}
