using System.Globalization;
using Lysekil.Local.Output;
using Lysekil.Local.Pump;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Refreshing;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Lysekil.Local.Tests.Output;

public sealed class ActivityLogTests : IDisposable
{
    private static readonly PageKey Page = PageKey.Parse("2019/10/val/index.html")!;
    private static readonly SourcePath Path = new("artiklar/2019-10-05-[val].md");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture);
    private readonly ActivityLog _log;

    public ActivityLogTests()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(_out),
        });
        console.Profile.Width = 400;
        _log = new ActivityLog(new Screen(console, _clock), new Uri("http://localhost:4280/"), new LiveTimes(_clock));
    }

    public void Dispose() => _out.Dispose();

    [Fact]
    public void What_is_published_is_told_when_its_page_is_live()
    {
        var uploaded = _clock.GetUtcNow();
        _log.Published(new(Path, PublishChange.Published, Page, uploaded, []), uploaded);
        Assert.Equal("", _out.ToString());
        _clock.Advance(TimeSpan.FromSeconds(0.4));

        _log.Refreshed(new(Page, RefreshResult.Written));

        Assert.Equal("12:00:00  published    0.4 s  artiklar/2019-10-05-[val].md  http://localhost:4280/2019/10/val/", Lines().Single());
    }

    [Fact]
    public void What_is_removed_is_told()
    {
        _log.Published(new(Path, PublishChange.Removed, Page, null, []), _clock.GetUtcNow());
        _log.Refreshed(new(Page, RefreshResult.Deleted));

        Assert.StartsWith("12:00:00  removed ", Lines().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_told_with_line_and_remedy()
    {
        var diagnostic = new Diagnostic(Severity.Refusal, "value", 3, "Datumet går inte att läsa.", "Skriv 2019-10-05.");

        _log.Published(new(Path, PublishChange.Refused, null, _clock.GetUtcNow(), [diagnostic]), _clock.GetUtcNow());

        Assert.Equal(
            [
                "12:00:00  refused    artiklar/2019-10-05-[val].md",
                "  artiklar/2019-10-05-[val].md:3  Datumet går inte att läsa.",
                "    → Skriv 2019-10-05.",
            ],
            Lines());
    }

    [Fact]
    public void What_was_in_step_already_is_not_worth_a_line()
    {
        _log.Published(new(Path, PublishChange.Unchanged, Page, _clock.GetUtcNow(), []), _clock.GetUtcNow());

        Assert.Equal("", _out.ToString());
    }

    [Fact]
    public void A_message_that_was_given_up_is_told_with_the_reason()
    {
        _log.Failed(new FailedTry("page-refreshes", 5, Poisoned: true, new IOException("The disk is full.")));

        Assert.Contains("given up after 5 tries: The disk is full.", Lines().Single(), StringComparison.Ordinal);
    }

    private string[] Lines() =>
        [.. _out.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd())];
}
