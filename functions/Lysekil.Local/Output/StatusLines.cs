using System.Globalization;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Repair.Reconciliation;

namespace Lysekil.Local.Output;

/// <summary>Writes the status of a site.</summary>
internal static class StatusLines
{
    public static void Write(Screen screen, StatusReport status, int poisoned)
    {
        var rebuilding = status.IsRebuilding ? ", and a rebuild under way" : "";
        screen.WriteLine(
            $"pending    {status.StalePages.Count} pages, {status.OutboxSources.Count} sources{rebuilding}");
        foreach (var page in status.StalePages)
        {
            screen.WriteLine($"  {page.Url}");
        }

        foreach (var source in status.OutboxSources)
        {
            screen.WriteLine($"  {source}");
        }

        if (status.Rebuild is { } rebuild)
        {
            var reached = rebuild.Month is { } month ? $", {month} reached" : "";
            screen.WriteLine($"rebuild    {rebuild.Articles} of {rebuild.Of} articles requested{reached}");
        }

        if (status.Swept is { } swept)
        {
            screen.WriteLine($"sweep      {swept} pages requested");
        }

        WriteFailures(screen, status.Failures, poisoned);
        if (status.LastReconcile is { } found)
        {
            var differ = $"{found.Drift.Count} differ from the index";
            var age = status.ReconcileAge is { TotalMinutes: >= 1 and var minutes } ? $", {minutes:0} min ago" : "";
            screen.WriteLine($"compared   {found.Compared} sources, {differ}, at {Moment(found.Ended)}{age}");
            if (status.ReconcileStart?.Starter.Engine is { Length: > 0 } engine)
            {
                screen.WriteLine($"  by engine {engine}");
            }

            if (status.ReconcileStart?.Starter.By == ReconcileStarter.Message)
            {
                screen.WriteLine($"  started by a message, since it was overdue: no timer has fired for a while");
            }

            foreach (var name in found.Drift.Names)
            {
                screen.WriteLine($"  {name}");
            }
        }

        if (status.LastSweep is { } sweep)
        {
            screen.WriteLine($"swept      {sweep.Pages} pages, at {Moment(sweep.Ended)}");
        }

        if (status.DriftedPages.Count > 0)
        {
            screen.WriteLine($"drifted    {status.DriftedPages.Count} pages, repaired by the last sweep");
            foreach (var page in status.DriftedPages)
            {
                screen.WriteLine($"  {page.Url}");
            }
        }

        screen.WriteLine($"scheduled  {status.Scheduled.Count} articles");
        foreach (var article in status.Scheduled)
        {
            screen.WriteLine($"  {Moment(article.Date)}  {article.Path}");
        }

        if (status.Expiring.Count > 0)
        {
            screen.WriteLine($"expiring   {status.Expiring.Count} texts");
            foreach (var text in status.Expiring)
            {
                screen.WriteLine($"  {Moment(text.Date)}  {text.Path}");
            }
        }

        var refusals = Refusals.In(status);
        screen.WriteLine($"refused    {refusals.Count} files");
        foreach (var source in refusals)
        {
            DiagnosticLines.Write(screen, source.Path, source.Diagnostics);
        }
    }

    private static void WriteFailures(Screen screen, IReadOnlyList<Failure> failures, int poisoned)
    {
        screen.WriteLine($"failed     {failures.Count} sources and pages, {poisoned} messages in the poison queues");
        foreach (var failure in failures)
        {
            screen.WriteLine($"  [red]{failure.Work}[/]  {failure.Reason}");
            screen.WriteLine(
                $"    → given up at {Moment(failure.At)}, {failure.Rounds} more rounds; {Next(failure)}");
        }
    }

    private static string Next(Failure failure) => failure.NextTry is { } next
        ? $"the first reconcile after {Moment(next)} tries again"
        : "the next reconcile tries again";

    private static string Moment(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
