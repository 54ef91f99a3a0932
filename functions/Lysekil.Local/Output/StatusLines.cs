using System.Globalization;
using Lysekil.Publishing;

namespace Lysekil.Local.Output;

/// <summary>Tells how a site stands.</summary>
internal static class StatusLines
{
    public static void Write(Screen screen, StatusReport status, int poisoned)
    {
        screen.Line($"owed       {status.OwedPages.Count} pages, {status.OwedSources.Count} sources");
        foreach (var page in status.OwedPages)
        {
            screen.Line($"  {page.Url}");
        }

        foreach (var source in status.OwedSources)
        {
            screen.Line($"  {source.Value}");
        }

        screen.Line($"failed     {poisoned} messages in the poison queues");
        screen.Line($"scheduled  {status.Scheduled.Count} articles");
        foreach (var scheduled in status.Scheduled)
        {
            screen.Line($"  {scheduled.At.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}  {scheduled.Path.Value}");
        }

        screen.Line($"refused    {status.Refused.Count} files");
        foreach (var refused in status.Refused)
        {
            RemarkLines.Write(screen, refused.Path, refused.Remarks);
        }
    }
}
