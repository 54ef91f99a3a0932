using System.Text;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// The site's settings redirect two addresses, of which an article has one at times. No text links to them: only a
/// reconcile tells a text what the settings do to its links.
/// </summary>
internal static class RedirectSteps
{
    public static IEnumerable<EditorStep> Next(Random random, Dictionary<string, byte[]> last)
    {
        const string Own = "artiklar/2024-04-02-c.md";
        var path = random.Next(3) == 0 ? Own : "site.yaml";
        if (last.ContainsKey(path) && random.Next(5) == 0)
        {
            return [HistoryGenerator.Delete(last, path)];
        }

        return path == Own
            ? [HistoryGenerator.Upload(last, path, "# Rubrik\n\nText.\n"u8.ToArray())]
            : [Settings(random, last)];
    }

    public static EditorStep.Upload Settings(Random random, Dictionary<string, byte[]> last)
    {
        var redirects = random.Next(4) switch
        {
            0 => "redirects:\n  /2024/04/c/: /nyhetsarkiv/\n",
            1 => "redirects:\n  /2024/04/c/: https://annan.example/\n  /gammal.html: /amnen/\n",
            2 => "redirects:\n  /gammal.html: /2024/04/c/#del\n  /2024/04/c/: /amnen/\n",
            _ => "",
        };
        return HistoryGenerator.Upload(last, "site.yaml", Encoding.UTF8.GetBytes(
            $"title: Sajt {random.Next(2)}\nbaseUrl: https://{random.Next(2)}.example\n{redirects}"));
    }
}
