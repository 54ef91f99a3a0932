using Lysekil.Local.Sessions;
using Spectre.Console;

namespace Lysekil.Local.Output;

/// <summary>
/// Shows progress: a bar on a terminal, a plain line every five seconds elsewhere, whether there was any or not.
/// </summary>
internal static class OnceProgressBar
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static Task<T> ShowAsync<T>(Screen screen, TimeProvider clock, Func<Action<OnceProgress>, Task<T>> work) =>
        screen.IsTerminal ? ShowBarAsync(screen, work) : ShowLinesAsync(screen, clock, work);

    private static Task<T> ShowBarAsync<T>(Screen screen, Func<Action<OnceProgress>, Task<T>> work) =>
        screen.Bars.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn())
            .StartAsync(bars =>
            {
                var files = bars.AddTask("Files", maxValue: 1);
                var pages = bars.AddTask("Pages", maxValue: 1);
                return work(progress =>
                {
                    files.MaxValue = Math.Max(1, progress.Files);
                    files.Value = progress.Processed;
                    files.Description = $"Files {progress.Processed}/{progress.Files}";
                    pages.MaxValue = Math.Max(1, progress.Pages + progress.Waiting);
                    pages.Value = progress.Pages;
                    pages.Description = $"Pages {progress.Pages}";
                });
            });

    private static async Task<T> ShowLinesAsync<T>(
        Screen screen, TimeProvider clock, Func<Action<OnceProgress>, Task<T>> work)
    {
        var last = new OnceProgress(0, 0, 0, 0);
        await using var lines = clock.CreateTimer(
            _ => screen.WriteLine($"{last.Processed} of {last.Files} files, {last.Pages} pages …"),
            state: null,
            BetweenLines,
            BetweenLines);
        return await work(progress => last = progress);
    }
}
