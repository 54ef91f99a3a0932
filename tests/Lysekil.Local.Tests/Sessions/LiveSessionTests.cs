using System.Text;
using Lysekil.Local.Functions;
using Lysekil.Local.Mirror;
using Lysekil.Local.Output;
using Lysekil.Local.Sessions;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Storage;
using Spectre.Console;

namespace Lysekil.Local.Tests.Sessions;

public sealed class LiveSessionTests : IDisposable
{
    private const string Kajen = "artiklar/2019-10-05-kajen.md";
    private const string Page = "2019/10/kajen/index.html";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_saved_on_the_desk_is_in_the_folder_and_live_until_it_is_deleted()
    {
        await using var storage = await StorageChoice.InMemoryAsync(_ => { }, default);
        var folder = new ContentFolder(_folder.FullPath);
        var mirror = new FolderMirror(folder, storage.Site.Content, TimeProvider.System);
        var desk = new FolderContainer(storage.Site.Content, folder, mirror);
        using var stop = new CancellationTokenSource();
        var session = SessionOf(storage, folder, mirror).RunAsync(stop.Token);

        var saved = await SaveAsync(desk, "# Kajen\n\nVid bryggan.\n", expected: null);
        await UntilAsync(async () => Has(await ReadAsync(storage), "Vid bryggan"));
        saved = await SaveAsync(desk, "# Kajen\n\nVid fyren.\n", saved);
        await UntilAsync(async () => Has(await ReadAsync(storage), "Vid fyren"));

        Assert.Equal("# Kajen\n\nVid fyren.\n", await File.ReadAllTextAsync(Path.Combine(_folder.FullPath, Kajen)));
        await mirror.SyncAsync(default);
        Assert.Equal(saved, (await desk.FindAsync(Kajen, default))!.ETag);

        Assert.True(await desk.DeleteAsync(Kajen, saved!.Value, default));
        Assert.Empty(_folder.Files);
        await UntilAsync(async () => await ReadAsync(storage) is null);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session);
    }

    private static LiveSession SessionOf(OpenStorage storage, ContentFolder folder, FolderMirror mirror)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        var times = new LiveTimes(TimeProvider.System);
        var log = new ActivityLog(
            new Screen(console, TimeProvider.System), new Uri("http://localhost:4280/"), times);
        return new LiveSession(
            storage, folder, mirror, FunctionsMode.InProcess, log, times, TimeProvider.System);
    }

    private static Task<ETag?> SaveAsync(FolderContainer desk, string text, ETag? expected) => desk.WriteAsync(
        Kajen, new MemoryStream(Encoding.UTF8.GetBytes(text)), new("text/markdown"), expected, default);

    private static async Task<string?> ReadAsync(OpenStorage storage)
    {
        await using var page = await storage.Site.Web.OpenAsync(Page, default);
        return page is null ? null : await new StreamReader(page.Content).ReadToEndAsync();
    }

    private static bool Has(string? page, string text) => page?.Contains(text, StringComparison.Ordinal) is true;

    private static async Task UntilAsync(Func<Task<bool>> isReached)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await isReached())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "Waited for too long.");
            await Task.Delay(50);
        }
    }
}
