using Lysekil.Convergence.Versions;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Oracle;

/// <summary>
/// Requires that nothing is left of the other engine once one is alone: its rules judge each source, and it has written
/// each page. The reference run cannot tell, since it replays the commits of both.
/// </summary>
internal static class DeploymentCheck
{
    /// <exception cref="DivergenceException">A record or a page is the other engine's.</exception>
    public static void Check(SimulatedStorage actual, EngineGeneration last)
    {
        var isLater = last == EngineGeneration.Later;
        foreach (var row in actual.Index.Rows.Where(r => r.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal)))
        {
            // A deleted source is judged by none.
            if (row.Columns.TryGetValue("rules", out var rules) && LaterTable.IsOfLater(rules) != isLater)
            {
                throw new DivergenceException($"{row.Key} has the rules {rules}, and the last engine is {last}");
            }
        }

        if (actual.Web.Blobs.ContainsKey(LaterPages.Another) != isLater)
        {
            throw new DivergenceException($"{LaterPages.Another} {(isLater ? "is missing" : "is left")}");
        }

        foreach (var (name, page) in actual.Web.Blobs.Where(b => b.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            if (page.Text.EndsWith(LaterPages.End, StringComparison.Ordinal) != isLater)
            {
                throw new DivergenceException($"{name} is a page of the other engine, and the last one is {last}");
            }
        }
    }
}
