using System.Globalization;
using Lysekil.Local.Output;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Lysekil.Local.Tests.Output;

public sealed class OnceProgressBarTests
{
    [Fact]
    public async Task Elsewhere_than_on_a_terminal_a_line_is_written_each_five_seconds_even_without_progress()
    {
        var clock = new FakeTimeProvider();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });

        var done = await OnceProgressBar.ShowAsync(new Screen(console, clock), clock, progress =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            progress(new(Files: 12, Processed: 3, Pages: 4, Waiting: 5));
            clock.Advance(TimeSpan.FromSeconds(9));
            return Task.FromResult(true);
        });
        clock.Advance(TimeSpan.FromSeconds(20));

        Assert.True(done);
        Assert.Equal(
            ["0 of 0 files, 0 pages …", "3 of 12 files, 4 pages …"],
            text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }
}
