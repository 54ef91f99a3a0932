using System.Text.RegularExpressions;
using Lysekil.Convergence.Running;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Oracle;

/// <summary>
/// What holds on the way, whenever nothing is in flight: no function runs, no message waits, and nothing was lost. No page
/// is older than what was committed until then, and none leads to a page that is not there.
/// </summary>
public static partial class QuiescenceCheck
{
    /// <exception cref="DivergenceException">Something does not hold.</exception>
    public static void Check(FaultInjectionRun rough)
    {
        var smooth = new ReferenceRun();
        smooth.Run(rough.Commits, rough.Now);
        ConvergenceOracle.Check(rough.Storage, smooth.Storage, isSwept: false);
        CheckLinks(rough.Storage);
    }

    private static void CheckLinks(SimulatedStorage storage)
    {
        var pages = storage.Web.Blobs;
        foreach (var (name, blob) in pages.Where(p => p.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var links = SiteLinks().Matches(blob.Text).Select(l => BlobOf(l.Groups[1].Value));
            if (links.FirstOrDefault(b => !pages.ContainsKey(b)) is { } missing)
            {
                throw new DivergenceException($"{name} leads to {missing}, which is not there");
            }
        }
    }

    private static string BlobOf(string url) => url.Length == 0 || url.EndsWith('/') ? $"{url}index.html" : url;

    [GeneratedRegex("href=\"/([^\"#?]*)")]
    private static partial Regex SiteLinks();
}
