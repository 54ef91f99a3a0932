using System.Globalization;
using Lysekil.Local.Output;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Repair.Reconciliation;
using Spectre.Console;

namespace Lysekil.Local.Tests.Output;

public sealed class StatusLinesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly StatusReport Settled = new()
    {
        OutboxSources = [],
        StalePages = [],
        Rebuild = null,
        Swept = null,
        Failures = [],
        Scheduled = [],
        Expiring = [],
        Diagnosed = [],
        LastReconcile = null,
        LastSweep = null,
        DriftedPages = [],
    };

    [Fact]
    public void A_settled_site_has_nothing_pending() => Assert.Equal(
        [
            "pending    0 pages, 0 sources",
            "failed     0 sources and pages, 0 messages in the poison queues",
            "scheduled  0 articles",
            "refused    0 files",
        ],
        Lines(Settled));

    [Fact]
    public void A_failure_is_listed_with_its_reason_and_next_attempt()
    {
        var lines = Lines(Settled with
        {
            Failures =
            [
                new(new WorkItem.Publishing(new("artiklar/[val].md")), "IOException: The disk is full.", Noon, 0, null),
                new(
                    new WorkItem.Refreshing(PageKey.Front),
                    "TimeoutException: Too slow.",
                    Noon,
                    2,
                    Noon.AddMinutes(40)),
            ],
        });

        Assert.Equal(
            [
                "failed     2 sources and pages, 3 messages in the poison queues",
                "  artiklar/[val].md  IOException: The disk is full.",
                "    → given up at 2026-11-23 12:00 +00:00, 0 more rounds; the next reconcile tries again",
                "  /  TimeoutException: Too slow.",
                "    → given up at 2026-11-23 12:00 +00:00, 2 more rounds; "
                    + "the first reconcile after 2026-11-23 12:40 +00:00 tries again",
            ],
            lines.Skip(1).Take(5));
    }

    [Fact]
    public void The_progress_of_a_rebuild_and_of_a_sweep_is_shown()
    {
        var lines = Lines(Settled with { Rebuild = new RebuildProgress(120, 4_000, new Month(2014, 5)), Swept = 300 });

        Assert.Equal(
            [
                "pending    0 pages, 0 sources, and a rebuild under way",
                "rebuild    120 of 4000 articles requested, 2014-05 reached",
                "sweep      300 pages requested",
            ],
            lines.Take(3));
    }

    [Fact]
    public void The_findings_of_the_last_reconcile_and_sweep_are_shown()
    {
        var lines = Lines(Settled with
        {
            LastReconcile = new ReconcileFindings(Noon, Noon.AddMinutes(1), 5_000, new Drift(30, ["artiklar/a.md"])),
            ReconcileAge = TimeSpan.FromMinutes(17),
            ReconcileStart = new ReconcileStart(Noon, new(ReconcileStarter.Message, "1.0.0+1a2b3c4d5e6f")),
            LastSweep = new SweepFindings(Noon, 12_000),
            DriftedPages = [PageKey.Front, PageKey.Rss],
        });

        Assert.Equal(
            [
                "compared   5000 sources, 30 differ from the index, at 2026-11-23 12:01 +00:00, 17 min ago",
                "  by engine 1.0.0+1a2b3c4d5e6f",
                "  started by a message, since it was overdue: no timer has fired for a while",
                "  artiklar/a.md",
                "swept      12000 pages, at 2026-11-23 12:00 +00:00",
                "drifted    2 pages, repaired by the last sweep",
                "  /",
                "  /rss.xml",
            ],
            lines.Skip(2).Take(8));
    }

    private static string[] Lines(StatusReport status)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = 400;
        var poisoned = status.Failures.Count > 0 ? status.Failures.Count + 1 : 0;
        StatusLines.Write(new Screen(console, TimeProvider.System), status, poisoned);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
