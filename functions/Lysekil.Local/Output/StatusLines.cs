using System.Globalization;
using Lysekil.Publishing.Status;

namespace Lysekil.Local.Output;

/// <summary>Tells how a site stands.</summary>
internal static class StatusLines
{
    public static void Write(Screen screen, StatusReport status, int poisoned)
    {
        screen.Line($"owed       {status.OwedPages.Count} pages, {status.OwedSources.Count} sources{(status.IsRebuilding ? ", and a rebuild under way" : "")}");
        foreach (var page in status.OwedPages)
        {
            screen.Line($"  {(page.IsDesk ? "the editors' desk" : page.Url)}");
        }

        foreach (var source in status.OwedSources)
        {
            screen.Line($"  {source.Value}");
        }

        screen.Line($"failed     {poisoned} messages in the poison queues");
        if (status.LastReconcile is { } found)
        {
            screen.Line($"compared   {found.Compared} sources, {found.Drift.Count} out of step, at {Moment(found.Ended)}");
            foreach (var name in found.Drift.Names)
            {
                screen.Line($"  {name}");
            }
        }

        screen.Line($"scheduled  {status.Scheduled.Count} articles");
        foreach (var article in status.Scheduled)
        {
            screen.Line($"  {Moment(article.Date)}  {article.Path.Value}");
        }

        var refusals = Refusals.In(status);
        screen.Line($"refused    {refusals.Count} files");
        foreach (var source in refusals)
        {
            RemarkLines.Write(screen, source.Path, source.Remarks);
        }
    }

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
