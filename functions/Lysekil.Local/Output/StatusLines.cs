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
        screen.Line($"scheduled  {status.Scheduled.Count} articles");
        foreach (var article in status.Scheduled)
        {
            screen.Line($"  {article.Date.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}  {article.Path.Value}");
        }

        var refusals = Refusals.In(status);
        screen.Line($"refused    {refusals.Count} files");
        foreach (var source in refusals)
        {
            RemarkLines.Write(screen, source.Path, source.Remarks);
        }
    }
}
