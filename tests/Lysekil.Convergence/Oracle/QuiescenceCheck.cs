using System.Text.RegularExpressions;
using Lysekil.Convergence.Running;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Oracle;

/// <summary>
/// Checks what must hold whenever no invocation runs, no message waits and nothing was lost: no page is older than the
/// commits so far, and no page links to a missing one, unless the editor of the text that links to it is told.
/// </summary>
public static partial class QuiescenceCheck
{
    /// <exception cref="DivergenceException">The check fails; the message tells what differs.</exception>
    public static void Check(FaultInjectionRun run)
    {
        var reference = new ReferenceRun();
        reference.Run(run.Commits, run.Now);
        ConvergenceOracle.Check(run.Storage, reference.Storage, isSwept: false);
        CheckLinks(run.Storage);
    }

    private static void CheckLinks(SimulatedStorage storage)
    {
        var (pages, told) = (storage.Web.Blobs, new LinkCheck(storage.Index));
        foreach (var (name, blob) in pages.Where(p => p.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var links = SiteLinks().Matches(blob.Text).Select(l => BlobOf(l.Groups[1].Value));
            if (links.FirstOrDefault(b => !pages.ContainsKey(b) && !told.IsTold(name, b)) is { } missing)
            {
                throw new DivergenceException($"{name} leads to {missing}, which is not there");
            }
        }
    }

    private static string BlobOf(string url) => url.Length == 0 || url.EndsWith('/') ? $"{url}index.html" : url;

    [GeneratedRegex("href=\"/([^\"#?]*)")]
    private static partial Regex SiteLinks();
}
