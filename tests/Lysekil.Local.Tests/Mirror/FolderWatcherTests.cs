using Lysekil.Local.Mirror;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Mirror;

public sealed class FolderWatcherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedBlobContainer _content = new(TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_saved_file_is_uploaded_soon()
    {
        _folder.Write("artiklar/val.md", "# Val");
        var folder = new ContentFolder(_folder.FullPath);
        using var stop = new CancellationTokenSource();
        var mirror = new FolderMirror(folder, _content, TimeProvider.System);
        var watching = new FolderWatcher(folder, mirror, TimeProvider.System).RunAsync(_ => { }, stop.Token);
        await UntilAsync(blobs => blobs == 1);

        _folder.Write("artiklar/nyval.md", "# Nyval");
        await UntilAsync(blobs => blobs == 2);
        _folder.Delete("artiklar/val.md");
        await UntilAsync(blobs => blobs == 1);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    private async Task UntilAsync(Func<int, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (!reached(_content.Blobs.Count))
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
