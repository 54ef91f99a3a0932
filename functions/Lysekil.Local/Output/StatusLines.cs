using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;

namespace Lysekil.Local.Output;

/// <summary>Tells how a site stands.</summary>
internal static class StatusLines
{
    public static void Write(Screen screen, StatusReport status, int poisoned)
    {
        screen.Line($"owed       {status.StalePages.Count} pages, {status.OutboxSources.Count} sources{(status.IsRebuilding ? ", and a rebuild under way" : "")}");
        foreach (var page in status.StalePages)
        {
            screen.Line($"  {Name(page)}");
        }

        foreach (var source in status.OutboxSources)
        {
            screen.Line($"  {source}");
        }

        if (status.Rebuild is { } rebuild)
        {
            screen.Line($"rebuild    {rebuild.Articles} of {rebuild.Of} articles asked for{(rebuild.Month is { } month ? $", {month} reached" : "")}");
        }

        if (status.Swept is { } swept)
        {
            screen.Line($"sweep      {swept} pages asked for");
        }

        WriteFailures(screen, status.Failures, poisoned);
        if (status.LastReconcile is { } found)
        {
            screen.Line($"compared   {found.Compared} sources, {found.Drift.Count} out of step, at {Moment(found.Ended)}");
            foreach (var name in found.Drift.Names)
            {
                screen.Line($"  {name}");
            }
        }

        if (status.LastSweep is { } sweep)
        {
            screen.Line($"swept      {sweep.Pages} pages, at {Moment(sweep.Ended)}");
        }

        if (status.DriftedPages.Count > 0)
        {
            screen.Line($"drifted    {status.DriftedPages.Count} pages, mended by the last sweep");
            foreach (var page in status.DriftedPages)
            {
                screen.Line($"  {Name(page)}");
            }
        }

        screen.Line($"scheduled  {status.Scheduled.Count} articles");
        foreach (var article in status.Scheduled)
        {
            screen.Line($"  {Moment(article.Date)}  {article.Path}");
        }

        var refusals = Refusals.In(status);
        screen.Line($"refused    {refusals.Count} files");
        foreach (var source in refusals)
        {
            DiagnosticLines.Write(screen, source.Path, source.Diagnostics);
        }
    }

    private static void WriteFailures(Screen screen, IReadOnlyList<Failure> failures, int poisoned)
    {
        screen.Line($"failed     {failures.Count} sources and pages, {poisoned} messages in the poison queues");
        foreach (var failure in failures)
        {
            screen.Line($"  [red]{failure.Work}[/]  {failure.Reason}");
            screen.Line($"    → given up at {Moment(failure.At)}, {failure.Rounds} more rounds; {Next(failure)}");
        }
    }

    private static string Name(PageKey page) => page.IsDesk ? "the editors' desk" : page.Url;

    private static string Next(Failure failure) => failure.NextTry is { } next
        ? $"the first reconcile after {Moment(next)} tries again"
        : "the next reconcile tries again";

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
