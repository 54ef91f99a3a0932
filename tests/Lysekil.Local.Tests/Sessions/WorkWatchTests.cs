using System.Globalization;
using Lysekil.Local.Output;
using Lysekil.Local.Sessions;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Publication;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Lysekil.Local.Tests.Sessions;

public sealed class WorkWatchTests : IDisposable
{
    private static readonly SourcePath Path = new("artiklar/val.md");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture);
    private readonly ActivityLog _log;
    private readonly WorkWatch _watch;
    private bool _isWorking;

    public WorkWatchTests()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(_out),
        });
        console.Profile.Width = 400;
        _log = new ActivityLog(new Screen(console, _clock), new Uri("http://localhost:4280/"), new LiveTimes(_clock));
        _watch = new WorkWatch(() => _isWorking, _log, _clock);
    }

    public void Dispose() => _out.Dispose();

    [Fact]
    public void Long_work_is_told_of_each_five_seconds()
    {
        _isWorking = true;

        Pass(TimeSpan.FromSeconds(11));

        Assert.Equal(
            ["12:00:05  working    0 changes so far …", "12:00:10  working    0 changes so far …"], Lines());
    }

    [Fact]
    public void Rest_is_not_told_of_and_nor_is_short_work_after_it()
    {
        Pass(TimeSpan.FromMinutes(1));
        _isWorking = true;
        Pass(TimeSpan.FromSeconds(1));

        Assert.Empty(Lines());
    }

    [Fact]
    public void What_other_files_are_to_bring_is_told_as_missing_once_work_has_come_to_rest()
    {
        _isWorking = true;
        _log.Published(
            new(Path, PublishChange.Unchanged, null, null, [DiagnosticCatalog.AssetMissing("bilder/a.jpg")]),
            _clock.GetUtcNow());
        Pass(TimeSpan.FromSeconds(3));
        Assert.Empty(Lines());

        _isWorking = false;
        Pass(TimeSpan.FromSeconds(2));

        Assert.Equal("12:00:05  missing    artiklar/val.md", Lines()[0]);
        Assert.StartsWith("  artiklar/val.md  Filen bilder/a.jpg", Lines()[1], StringComparison.Ordinal);
        Assert.Equal(3, Lines().Length);
    }

    private void Pass(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += WorkWatch.Interval)
        {
            _clock.Advance(WorkWatch.Interval);
            _watch.Look();
        }
    }

    private string[] Lines() =>
        [.. _out.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd())];
}
