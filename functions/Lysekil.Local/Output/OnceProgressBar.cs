using Lysekil.Local.Sessions;
using Spectre.Console;

namespace Lysekil.Local.Output;

/// <summary>Shows progress: a bar on a terminal, a plain line every five seconds elsewhere.</summary>
internal static class OnceProgressBar
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static Task<T> ShowAsync<T>(Screen screen, TimeProvider clock, Func<Action<OnceProgress>, Task<T>> work) =>
        screen.IsTerminal ? ShowBarAsync(screen, work) : ShowLinesAsync(screen, clock, work);

    private static Task<T> ShowBarAsync<T>(Screen screen, Func<Action<OnceProgress>, Task<T>> work) =>
        screen.Console.Progress()
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

    private static Task<T> ShowLinesAsync<T>(
        Screen screen, TimeProvider clock, Func<Action<OnceProgress>, Task<T>> work)
    {
        var shown = clock.GetTimestamp();
        return work(progress =>
        {
            if (clock.GetElapsedTime(shown) >= BetweenLines)
            {
                shown = clock.GetTimestamp();
                screen.WriteLine($"{progress.Processed} of {progress.Files} files, {progress.Pages} pages …");
            }
        });
    }
}
