using Lysekil.Local.Mirror;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Local.Tests.Mirror;

public sealed class FolderMirrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedBlobContainer _content = new(TimeProvider.System);
    private FolderMirror _mirror;

    public FolderMirrorTests() => _mirror = Start();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_become_blobs_with_the_content_type_of_their_extension()
    {
        _folder.Write("artiklar/2026/val.md", "# Val");
        _folder.Write("bilder/hamn.webp", "…");
        _folder.Write("site.yaml", "title: T");

        var report = await _mirror.SyncAsync(default);

        Assert.Equal(["artiklar/2026/val.md", "bilder/hamn.webp", "site.yaml"], report.Uploaded);
        Assert.Equal(
            ["text/markdown", "image/webp", "application/yaml"],
            _content.Blobs.Values.Select(blob => blob.Properties.Headers.ContentType));
    }

    [Fact]
    public async Task An_unchanged_file_is_not_uploaded_again()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.SyncAsync(default);
        _folder.Write("artiklar/val.md", "# Val");

        Assert.Empty((await _mirror.SyncAsync(default)).Uploaded);
        Assert.Empty((await Start().SyncAsync(default)).Uploaded);
    }

    [Fact]
    public async Task A_changed_file_is_uploaded()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.SyncAsync(default);
        _folder.Write("artiklar/val.md", "# Nyval");

        Assert.Equal(["artiklar/val.md"], (await _mirror.SyncAsync(default)).Uploaded);
    }

    [Fact]
    public async Task The_blob_of_a_removed_file_is_deleted()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.SyncAsync(default);
        _folder.Delete("artiklar/val.md");

        Assert.Equal(["artiklar/val.md"], (await _mirror.SyncAsync(default)).Deleted);
        Assert.Empty(_content.Blobs);
    }

    [Fact]
    public async Task The_blob_of_a_file_that_was_removed_before_a_restart_is_deleted()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.SyncAsync(default);
        _folder.Delete("artiklar/val.md");
        _mirror = Start();

        Assert.Equal(["artiklar/val.md"], (await _mirror.SyncAsync(default)).Deleted);
    }

    [Fact]
    public async Task A_blob_of_another_client_stays()
    {
        _content.Put("artiklar/insänt.md", "# Insänt");

        Assert.Empty((await _mirror.SyncAsync(default)).Deleted);
        Assert.Single(_content.Blobs);
    }

    [Fact]
    public async Task A_blob_that_another_client_overwrote_stays_until_the_file_changes()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.SyncAsync(default);
        _content.Put("artiklar/val.md", "# Deras val");

        Assert.Empty((await _mirror.SyncAsync(default)).Uploaded);
        _folder.Write("artiklar/val.md", "# Vårt val");
        Assert.Equal(["artiklar/val.md"], (await _mirror.SyncAsync(default)).Uploaded);
    }

    [Fact]
    public async Task An_interrupted_upload_pauses_longer_each_time_and_is_left_to_the_next_call()
    {
        var (clock, writes) = (new FakeTimeProvider(), new List<TimeSpan>());
        var begun = clock.GetUtcNow();
        var interrupted = new InterruptedContainer(_content)
        {
            Before = () =>
            {
                writes.Add(clock.GetUtcNow() - begun);
                _content.Put("artiklar/val.md", $"# Deras val {writes.Count}");
            },
        };
        var mirror = new FolderMirror(new ContentFolder(_folder.FullPath), interrupted, clock);
        _folder.Write("artiklar/val.md", "# Val");

        var syncing = mirror.SyncAsync(default);
        while (!syncing.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Delay(1);
        }

        Assert.Empty((await syncing).Uploaded);
        Assert.Equal(6, writes.Count);
        Assert.All(writes.Zip(writes.Skip(1), (a, b) => b - a).Index(), pause =>
            Assert.True(pause.Item >= TimeSpan.FromMilliseconds(100 << pause.Index), $"{pause}"));
        interrupted.Before = () => { };
        Assert.Equal(["artiklar/val.md"], (await mirror.SyncAsync(default)).Uploaded);
    }

    [Fact]
    public async Task A_blob_that_another_client_overwrote_is_not_deleted_with_the_file()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.SyncAsync(default);
        _content.Put("artiklar/val.md", "# Deras val");
        _folder.Delete("artiklar/val.md");

        await _mirror.SyncAsync(default);

        Assert.Single(_content.Blobs);
    }

    [Fact]
    public async Task A_blob_that_another_client_deleted_is_not_uploaded_again()
    {
        _folder.Write("artiklar/val.md", "# Val");
        await _mirror.SyncAsync(default);
        _content.Delete("artiklar/val.md");

        await _mirror.SyncAsync(default);

        Assert.Empty(_content.Blobs);
    }

    [Fact]
    public async Task A_missing_folder_deletes_no_blobs()
    {
        using var fleeting = new TemporaryFolder();
        fleeting.Write("content/artiklar/val.md", "# Val");
        var folder = Path.Combine(fleeting.FullPath, "content");
        var mirror = new FolderMirror(new ContentFolder(folder), _content, TimeProvider.System);
        await mirror.SyncAsync(default);
        Directory.Delete(folder, recursive: true);

        await mirror.SyncAsync(default);

        Assert.Single(_content.Blobs);
    }

    [Fact]
    public async Task Leftovers_of_editors_are_not_uploaded()
    {
        _folder.Write(".git/config", "");
        _folder.Write("artiklar/.val.md.swp", "");
        _folder.Write("artiklar/val.md~", "");
        _folder.Write("artiklar/~$val.docx", "");
        _folder.Write("artiklar/#val.md#", "");
        _folder.Write("artiklar/Thumbs.db", "");
        _folder.Write("artiklar/4913", "");
        _folder.Write("artiklar/val.md.tmp", "");

        Assert.Empty((await _mirror.SyncAsync(default)).Uploaded);
    }

    [Fact]
    public async Task Blob_names_are_in_composed_form()
    {
        _folder.Write("artiklar/a\u030Alga\u0308s.md", "# Ålgräs");

        Assert.Equal(["artiklar/ålgäs.md"], (await _mirror.SyncAsync(default)).Uploaded);
    }

    [Fact]
    public async Task A_refused_file_is_reported_once_and_does_not_stop_others()
    {
        var told = new List<string>();
        _mirror.Refused += file => told.Add(file.Path.ToString());
        _folder.Write("artiklar/a\u0001b.md", "# Val");
        _folder.Write("artiklar/val.md", "# Val");

        Assert.Equal(["artiklar/val.md"], (await _mirror.SyncAsync(default)).Uploaded);
        await _mirror.SyncAsync(default);
        Assert.Equal(["artiklar/a<U+0001>b.md"], told);

        _folder.Delete("artiklar/a\u0001b.md");
        await _mirror.SyncAsync(default);
        _folder.Write("artiklar/a\u0001b.md", "# Val");
        await _mirror.SyncAsync(default);
        Assert.Equal(["artiklar/a<U+0001>b.md", "artiklar/a<U+0001>b.md"], told);
    }

    private FolderMirror Start() => new(new ContentFolder(_folder.FullPath), _content, TimeProvider.System);
}
