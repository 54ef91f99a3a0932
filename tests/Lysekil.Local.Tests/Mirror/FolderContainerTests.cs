using System.Text;
using Lysekil.Local.Mirror;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Mirror;

public sealed class FolderContainerTests : IDisposable
{
    private const string Val = "artiklar/2026-05-04-val.md";

    private static readonly BlobHeaders Markdown = new("text/markdown");

    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedBlobContainer _content = new(TimeProvider.System);
    private readonly InterruptedContainer _interrupted;
    private readonly FolderMirror _mirror;
    private readonly FolderContainer _desk;

    public FolderContainerTests()
    {
        _interrupted = new InterruptedContainer(_content);
        var folder = new ContentFolder(_folder.FullPath);
        _mirror = new FolderMirror(folder, _content, TimeProvider.System);
        _desk = new FolderContainer(_interrupted, folder, _mirror);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_saved_is_in_the_folder_and_the_mirror_leaves_it_as_it_is()
    {
        _folder.Write(Val, "# Val");
        await _mirror.SyncAsync(default);

        var saved = await SaveAsync(Val, "# Nyval", _content.Blobs[Val].Properties.ETag);

        Assert.NotNull(saved);
        Assert.Equal("# Nyval", Read(Val));
        Assert.Empty((await _mirror.SyncAsync(default)).Uploaded);
        Assert.Equal(("# Nyval", saved), (_content.Blobs[Val].Text, _content.Blobs[Val].Properties.ETag));
        Assert.Equal([Val], _folder.Files);
    }

    [Fact]
    public async Task A_new_file_is_made_with_its_folder()
    {
        await SaveAsync("artiklar/2026/2026-05-04-nytt.md", "# Nytt", expected: null);

        Assert.Equal("# Nytt", Read("artiklar/2026/2026-05-04-nytt.md"));
        Assert.Empty((await _mirror.SyncAsync(default)).Deleted);
        Assert.Single(_content.Blobs);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_from_both()
    {
        _folder.Write(Val, "# Val");
        await _mirror.SyncAsync(default);

        Assert.True(await _desk.DeleteAsync(Val, _content.Blobs[Val].Properties.ETag, default));

        Assert.Empty(_folder.Files);
        Assert.Empty(_content.Blobs);
        Assert.Empty((await _mirror.SyncAsync(default)).Deleted);
    }

    [Fact]
    public async Task A_file_that_a_text_editor_has_saved_meanwhile_is_neither_overwritten_nor_deleted()
    {
        _folder.Write(Val, "# Val");
        await _mirror.SyncAsync(default);
        var read = _content.Blobs[Val].Properties.ETag;
        _folder.Write(Val, "# Textredigerarens val");

        Assert.Null(await SaveAsync(Val, "# Redaktionens val", read));
        Assert.False(await _desk.DeleteAsync(Val, read, default));

        Assert.Equal("# Textredigerarens val", Read(Val));
        Assert.Equal("# Textredigerarens val", _content.Blobs[Val].Text);
    }

    [Fact]
    public async Task A_save_or_a_deletion_that_another_client_overtakes_leaves_the_file_as_it_was()
    {
        _folder.Write(Val, "# Val");
        await _mirror.SyncAsync(default);
        var read = _content.Blobs[Val].Properties.ETag;
        _interrupted.Before = () => _content.Put(Val, "# Deras val");

        Assert.Null(await SaveAsync(Val, "# Vårt val", read));
        Assert.Equal("# Val", Read(Val));

        Assert.False(await _desk.DeleteAsync(Val, _content.Blobs[Val].Properties.ETag, default));
        Assert.Equal("# Val", Read(Val));
        Assert.Equal("# Deras val", _content.Blobs[Val].Text);
    }

    [Fact]
    public async Task A_save_that_the_process_does_not_survive_is_completed_by_the_next_one()
    {
        _folder.Write(Val, "# Val");
        await _mirror.SyncAsync(default);
        _interrupted.Before = () => throw new IOException("The process ends.");

        await Assert.ThrowsAsync<IOException>(
            () => SaveAsync(Val, "# Nyval", _content.Blobs[Val].Properties.ETag));
        var next = new FolderMirror(new ContentFolder(_folder.FullPath), _content, TimeProvider.System);
        await next.SyncAsync(default);

        Assert.Equal("# Nyval", _content.Blobs[Val].Text);
    }

    [Fact]
    public async Task A_file_whose_blob_another_client_has_deleted_is_not_overwritten()
    {
        _folder.Write(Val, "# Val");
        await _mirror.SyncAsync(default);
        _content.Delete(Val);

        Assert.Null(await SaveAsync(Val, "# Nytt val", expected: null));

        Assert.Equal("# Val", Read(Val));
    }

    [Theory]
    [InlineData("artiklar/.dold.md")]
    [InlineData("../utanför.md")]
    [InlineData("artiklar/../../utanför.md")]
    [InlineData("artiklar/a:b.md")]
    [InlineData("länk/val.md")]
    public async Task A_blob_that_the_folder_cannot_hold_stays_in_the_container_alone(string name)
    {
        using var elsewhere = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullPath, "länk"), elsewhere.FullPath);

        var saved = await SaveAsync(name, "# Text", expected: null);
        await _mirror.SyncAsync(default);

        Assert.Equal("# Text", _content.Blobs[name].Text);
        Assert.Empty(elsewhere.Files);
        Assert.Empty(_folder.Files);
        Assert.True(await _desk.DeleteAsync(name, saved!.Value, default));
        Assert.Empty(_content.Blobs);
    }

    /// <summary>macOS may store å as two characters, and a second file of the same name would be refused.</summary>
    [Fact]
    public async Task A_file_whose_name_is_in_decomposed_form_is_replaced()
    {
        _folder.Write("artiklar/2026-01-02-a\u030A.md", "# Å");
        await _mirror.SyncAsync(default);
        const string Name = "artiklar/2026-01-02-\u00E5.md";

        await SaveAsync(Name, "# Ny text", _content.Blobs[Name].Properties.ETag);

        Assert.Single(_folder.Files);
        Assert.Equal("# Ny text", Read("artiklar/2026-01-02-a\u030A.md"));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_not_made_anew()
    {
        using var fleeting = new TemporaryFolder();
        var folder = new ContentFolder(Path.Combine(fleeting.FullPath, "content"));
        var mirror = new FolderMirror(folder, _content, TimeProvider.System);
        var desk = new FolderContainer(_content, folder, mirror);

        await Assert.ThrowsAsync<DirectoryNotFoundException>(
            () => desk.WriteAsync(Val, new MemoryStream(), Markdown, expected: null, default));

        Assert.False(folder.Exists);
        Assert.Empty(_content.Blobs);
    }

    [Fact]
    public async Task Each_change_is_reported_and_a_refused_one_is_not()
    {
        var reported = new List<string>();
        _mirror.Mirrored += reported.Add;

        var saved = await SaveAsync(Val, "# Val", expected: null);
        Assert.Null(await SaveAsync(Val, "# Nyval", expected: null));
        await _desk.DeleteAsync(Val, saved!.Value, default);

        Assert.Equal([Val, Val], reported);
    }

    private Task<ETag?> SaveAsync(string name, string text, ETag? expected) => _desk.WriteAsync(
        name, new MemoryStream(Encoding.UTF8.GetBytes(text)), Markdown, expected, default);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullPath, name));
}
